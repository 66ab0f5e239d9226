package org.sitrep.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to characters, strictly. */
final class Characters {

  /** Longest {@code raw} of a reject, in UTF-16 code units. */
  static final int RAW = 500;

  private Characters() {}

  /**
   * Decodes UTF-8.
   *
   * @throws CharacterCodingException where it is none; the message names the byte and its offset
   */
  static String decode(byte[] bytes, int start, int length) throws CharacterCodingException {
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      // Either the character itself or the mark of a malformed byte: only a strict pass can tell.
      ByteBuffer in = ByteBuffer.wrap(bytes, start, length);
      CoderResult result =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(in, CharBuffer.allocate(length), true);
      if (result.isError()) {
        int offset = in.position() - start;
        throw new NotUtf8Exception(bytes[in.position()] & 0xff, offset);
      }
    }
    return text;
  }

  /** The start of some bytes for a reject, with U+FFFD for what is not UTF-8. */
  static String raw(byte[] bytes, int start, int length) {
    return cut(new String(bytes, start, Math.min(length, 4 * RAW), StandardCharsets.UTF_8), RAW);
  }

  /** The start of a string, never half a surrogate pair. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }

  /**
   * The string with U+FFFD for each unpaired surrogate, which no encoding can hold: otherwise the
   * text in memory and the text in the table would differ.
   */
  static String wellFormed(String text) {
    int i = 0;
    int length = text.length();
    while (i < length) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!pair(text, i)) {
          break;
        }
        i++;
      }
      i++;
    }
    if (i >= length) {
      return text;
    }
    StringBuilder repaired = new StringBuilder(text);
    for (; i < length; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (pair(text, i)) {
          i++;
        } else {
          repaired.setCharAt(i, '\uFFFD');
        }
      }
    }
    return repaired.toString();
  }

  private static boolean pair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  /** Input that is not UTF-8. */
  static final class NotUtf8Exception extends CharacterCodingException {
    private static final long serialVersionUID = 1L;
    private final int value;
    private final long offset;

    NotUtf8Exception(int value, long offset) {
      this.value = value;
      this.offset = offset;
    }

    @Override
    public String getMessage() {
      return "byte 0x%02x at offset %d is not UTF-8; convert the file first"
          .formatted(value, offset);
    }
  }
}
