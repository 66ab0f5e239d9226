"""The weekly job as an Airflow DAG: one task, every Monday at 06:00 UTC, for the week that ended then.

A run of the DAG asks for its own week, so that missed Mondays are caught up one after the other, and a cleared run does its own
week again. Exit codes other than 0 fail the task; 6 (far fewer articles than usual) too, after tables and report were made.
"""

from datetime import datetime, timedelta, timezone

from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG(
    dag_id="sitrep_weekly",
    start_date=datetime(2026, 1, 5, 6, tzinfo=timezone.utc),  # a Monday
    schedule="0 6 * * 1",
    catchup=True,
    max_active_runs=1,  # an output has one writer
    tags=["sitrep"],
) as dag:
    BashOperator(
        task_id="weekly",
        # The interval begins on the Monday of the week asked for. The space at the end keeps Airflow from taking a path
        # that ends in .sh for a template file.
        bash_command="/opt/sitrep/jobs/weekly.sh --week {{ data_interval_start.strftime('%G-W%V') }} ",
        env={
            "SITREP_INPUT": "/srv/news/{monday}/*.jsonl",
            "SITREP_OUTPUT": "/srv/sitrep/tables",
            "SITREP_REPORTS": "/srv/sitrep/reports",
            "SITREP_STATE": "/srv/sitrep/weekly",
            "SITREP_MEMORY": "8g",
            "SITREP_SUBMIT": "--conf spark.sitrep.ingest.max_reject_share=0.1",
        },
        append_env=True,
        retries=0,  # weekly.sh tries again itself where that is safe
        execution_timeout=timedelta(hours=12),
    )
