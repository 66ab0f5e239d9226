#!/usr/bin/env bash
# The weekly job: adds the articles of the week just ended, sounds an alarm where they are far too few, makes the week's report.
#   jobs/weekly.sh [--week 2015-W17] [--again] [-- MORE ARGUMENTS OF sitrep run]
#   --week WEEK   another ISO week than the one just ended (UTC); --again makes the report anew though nothing changed
# A second call for a week changes nothing and says so. After a call that failed, call it again: what is done is not done twice.
# Settings, from the environment; paths without a scheme are relative to the working directory and hold no spaces:
#   SITREP_INPUT        files, folders or globs, separated by spaces; {week}, {monday} and {sunday} stand for 2015-W17, 2015-04-20
#                       and 2015-04-26: '/data/news/{monday}/*.jsonl'. Or a folder to which files are added. Required
#   SITREP_OUTPUT       folder of the tables (default: sitrep-out)
#   SITREP_REPORTS      folder of the reports, each week's in a folder of its own (default: sitrep-reports)
#   SITREP_STATE        local folder of lock, logs/ and done/ (default: sitrep-weekly)
#   SITREP_KEEP         versions of the tables to keep; 0 keeps all (default: 8)
#   SITREP_ALARM_SHARE  alarm below this share of the median of the 8 weeks before; 0 for none (default: 0.5)
#   SITREP_ALARM        command that is given the line of an alarm, or of missing input, on standard input (default: none)
#   SITREP_PUBLISH      command that publishes; it finds SITREP_WEEK and SITREP_REPORT, the folder of the week's report, in its
#                       environment: 'cp -r "$SITREP_REPORT" /srv/www/' (default: none)
#   SITREP_RETRIES      further tries of a command that failed or found another run at work (default: 1)
#   SITREP_RETRY_WAIT   seconds before each of them (default: 300)
#   SITREP_COMMAND      what runs sitrep (default: the sitrep beside this script; its own settings are told there)
#   SITREP_TODAY        the day to count from, for example 2015-04-27 (default: today)
# Exit codes: those of sitrep (0 done, 1 failed, 2 usage, 3 another run is at work, 4 too many rejects), and
#   5 no input for the week, 6 done, but far fewer articles than usual, 7 done, but not published
set -euo pipefail
export LC_ALL=C.UTF-8

jobs=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
readonly DONE=0 FAILED=1 USAGE=2 LOCKED=3 NO_INPUT=5 ALARM=6 NOT_PUBLISHED=7
readonly WEEKS_BEFORE=8 # the usual is their median
readonly WEEKS_LEAST=4  # with fewer there is no usual
log=/dev/null

say() { # a line for who started the job, and for the log
  echo "$*"
  echo "$(date -u +%FT%TZ) $*" >>"$log"
}

fail() { # CODE LINE
  say "weekly: $2" >&2
  exit "$1"
}

# ISO weeks, in UTC. Seconds since 1970 are safe arithmetic: a day of UTC has 86,400 of them.

day() { # SECONDS: the day, for example 2015-04-20
  date -u -d "@$1" +%F
}

week_of() { # SECONDS: the ISO week, for example 2015-W17
  date -u -d "@$1" +%G-W%V
}

monday_of() { # WEEK: seconds of the beginning of its Monday; fails where there is no such week
  local january4 weekday seconds
  [[ $1 =~ ^([0-9]{4})-W([0-9]{2})$ ]] || return 1
  january4=$(date -u -d "${BASH_REMATCH[1]}-01-04" +%s) # 4 January is always in week 1
  weekday=$(date -u -d "@$january4" +%u)
  seconds=$((january4 + 86400 * (7 * (10#${BASH_REMATCH[2]} - 1) - (weekday - 1))))
  [ "$(week_of "$seconds")" = "$1" ] || return 1
  echo "$seconds"
}

is_there() { # PATTERN: whether it names an input; what is not on a local disk is left for sitrep to find
  case $1 in *://* | *'{'*) return 0 ;; esac
  local path
  while IFS= read -r path; do
    [ -z "$(find -L "$path" -type f -print -quit)" ] || return 0
  done < <(compgen -G "$1")
  return 1
}

# sitrep publishes all tables at once or none, and a report is written anew each time: trying again is safe. Usage and rejects
# (2, 4) would come out the same and are not tried again; nor is what a signal ended, because somebody wanted it ended.
sitrep() { # ARGUMENTS: runs it, its output in the log and in $answer
  local code try=0
  while :; do
    echo "$(date -u +%FT%TZ) sitrep $*" >>"$log"
    code=0
    "$command" "$@" >"$answer" 2>>"$log" || code=$?
    cat "$answer" >>"$log"
    case $code in
      0) return 0 ;;
      "$FAILED" | "$LOCKED") [ "$try" -lt "$retries" ] || break ;;
      *) break ;;
    esac
    try=$((try + 1))
    say "sitrep $1 ended with code $code; try $((try + 1)) in $wait_seconds s"
    sleep "$wait_seconds"
  done
  sed -n 's/^sitrep: //p' "$log" | tail -n 1 | while IFS= read -r line; do say "sitrep: $line"; done >&2
  say "sitrep $1 ended with code $code; see $log" >&2
  [ "$code" -le 4 ] || code=$FAILED # so that 5, 6 and 7 are this script's alone
  exit "$code"
}

hook() { # COMMAND LINE: gives it the line; a hook that fails changes nothing but the log
  [ -n "$1" ] || return 0
  SITREP_WEEK=$week bash -c "$1" <<<"$2" >>"$log" 2>&1 9>&- || say "weekly: the alarm command ended with code $?" >&2
}

# Articles published in the week beside the median of the weeks before. The query gives a line per week, however many regions.
compare() { # sets alarm to the line of an alarm, or to nothing
  local days=() i
  sitrep show region_weeks --output "$output" --limit 100000 --where "week_start <= DATE '$monday'" \
    --select "DISTINCT week_start, sum(articles_published) OVER (PARTITION BY week_start) AS articles_published"
  for ((i = WEEKS_BEFORE; i > 0; i--)); do days+=("$(day $((monday_seconds - i * 7 * 86400)))"); done
  # A week without articles counts as zero, but only from the first week on that has any.
  local now usual known
  read -r now usual known < <(awk -v monday="$monday" -v days="${days[*]}" '
    $1 ~ /^[0-9]+-[0-9]+-[0-9]+$/ && $2 > 0 {
      articles[$1] = $2
      if (oldest == "" || $1 < oldest) oldest = $1
    }
    END {
      n = split(days, day, " ")
      for (i = 1; i <= n; i++) {
        if (oldest == "" || day[i] < oldest) continue
        value = articles[day[i]] + 0
        for (j = ++known; j > 1 && sorted[j - 1] > value; j--) sorted[j] = sorted[j - 1]
        sorted[j] = value
      }
      middle = int((known + 1) / 2)
      usual = known == 0 ? 0 : known % 2 ? sorted[middle] : (sorted[middle] + sorted[middle + 1]) / 2
      print articles[monday] + 0, usual, known + 0
    }' "$answer")
  alarm=
  if [ "$known" -lt "$WEEKS_LEAST" ]; then
    say "$week: $now articles; $known of the $WEEKS_BEFORE weeks before are in the tables, too few to tell what is usual"
  elif awk "BEGIN {exit !($now < $share * $usual)}"; then
    alarm="ALARM $week: $now articles published, far fewer than usual: below $share of $usual, the median of the $known weeks before"
    say "$alarm"
  else
    say "$week: $now articles published; median of the $known weeks before: $usual"
  fi
}

current() { # sets version to that of the tables published now
  sitrep runs --output "$output"
  version=$(awk '$5 == "current" {print $1; exit}' "$answer")
}

# What was asked for.

usage() { # LINE
  echo "weekly: $1; jobs/weekly.sh --help explains" >&2
  exit "$USAGE"
}

again=no
week=
while [ $# -gt 0 ]; do
  case $1 in
    --week) week=${2-}; shift $(($# > 1 ? 2 : 1)); [ -n "$week" ] || usage "--week needs a week" ;;
    --week=*) week=${1#--week=}; shift ;;
    --again) again=yes; shift ;;
    -h | --help) sed -n '2,/^set /{s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"; exit "$DONE" ;;
    --) shift; break ;;
    *) usage "unknown argument $1" ;;
  esac
done
more=("$@")

output=${SITREP_OUTPUT:-sitrep-out}
reports=${SITREP_REPORTS:-sitrep-reports}
state=${SITREP_STATE:-sitrep-weekly}
keep=${SITREP_KEEP:-8}
share=${SITREP_ALARM_SHARE:-0.5}
retries=${SITREP_RETRIES:-1}
wait_seconds=${SITREP_RETRY_WAIT:-300}
command=${SITREP_COMMAND:-$jobs/sitrep}
for number in "SITREP_KEEP $keep" "SITREP_RETRIES $retries" "SITREP_RETRY_WAIT $wait_seconds"; do
  [[ ${number#* } =~ ^[0-9]{1,6}$ ]] || usage "${number%% *} must be a whole number, not '${number#* }'"
done
[[ $share =~ ^(0|0?\.[0-9]+|1|1\.0+|0\.[0-9]+)$ ]] || usage "SITREP_ALARM_SHARE must be 0 to 1, not '$share'"

today=$(date -u -d "${SITREP_TODAY:-now}" +%s 2>/dev/null) || usage "SITREP_TODAY is no day: '$SITREP_TODAY'"
[ -n "$week" ] || week=$(week_of $((today - 7 * 86400)))
monday_seconds=$(monday_of "$week") || usage "there is no ISO week '$week'; an example is 2015-W17"
monday=$(day "$monday_seconds")
sunday=$(day $((monday_seconds + 6 * 86400)))
[ "$today" -ge $((monday_seconds + 7 * 86400)) ] || usage "$week has not ended: it lasts until $sunday"
[ -n "${SITREP_INPUT:-}" ] || usage "SITREP_INPUT is not set"

mkdir -p "$state/logs" "$state/done"
exec 9>>"$state/lock"
flock -n 9 || { echo "weekly: another weekly job is at work (lock $state/lock)" >&2; exit "$LOCKED"; }
log=$state/logs/$week-$(date -u +%Y%m%dT%H%M%SZ).log
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
say "week $week, $monday to $sunday; log $log"

# Its input.

read -r -a patterns <<<"$SITREP_INPUT"
inputs=() missing=()
for pattern in "${patterns[@]}"; do
  pattern=${pattern//'{week}'/$week}
  pattern=${pattern//'{monday}'/$monday}
  pattern=${pattern//'{sunday}'/$sunday}
  if is_there "$pattern"; then inputs+=("$pattern"); else missing+=("$pattern"); fi
done
if [ ${#inputs[@]} -eq 0 ]; then
  line="NO INPUT $week: nothing at ${missing[*]}"
  hook "${SITREP_ALARM:-}" "$line"
  fail "$NO_INPUT" "$line"
fi

[ ${#missing[@]} -eq 0 ] || say "no input: ${missing[*]}"

# The tables, the alarm, the report. The file in done/ says which version of the tables the week's report shows, and the alarm.

sitrep run --input "${inputs[@]}" --output "$output" ${more[@]+"${more[@]}"}
mark=$state/done/$week
report=$reports/$week
if grep -q '^nothing new' "$answer"; then
  say "nothing new: every article is in $output already"
  if [ "$again" = no ] && [ -f "$mark" ]; then
    current
    { read -r shown; read -r alarm || true; } <"$mark"
    if [ "$shown" = "$version" ]; then
      say "$week was done before and nothing changed since: tables and report stand as they are"
      [ -z "$alarm" ] || { say "$alarm"; exit "$ALARM"; }
      exit "$DONE"
    fi
  fi
else
  grep -E '^(tables|page) ' "$answer" | while IFS= read -r line; do say "$line"; done
fi

told=
[ ! -f "$mark" ] || told=$(sed -n 2p "$mark")
compare
[ -z "$alarm" ] || [ "$alarm" = "$told" ] || hook "${SITREP_ALARM:-}" "$alarm"

sitrep report --output "$output" --week "$week" --to "$report"
say "report of $week in $report"

if [ -n "${SITREP_PUBLISH:-}" ]; then
  SITREP_WEEK=$week SITREP_REPORT=$report bash -c "$SITREP_PUBLISH" >>"$log" 2>&1 9>&- \
    || fail "$NOT_PUBLISHED" "publishing ended with code $?; the report is in $report; see $log"
  say "published"
fi

[ "$keep" -eq 0 ] || sitrep clean --output "$output" --keep "$keep"
current
printf '%s\n%s\n' "$version" "$alarm" >"$mark.new"
mv "$mark.new" "$mark"
say "$week done"
[ -z "$alarm" ] || exit "$ALARM"
exit "$DONE"
