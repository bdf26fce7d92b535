package io.vigil.sensor;

/**
 * A message as it arrived, before anything was understood of it.
 *
 * @param format how the bytes are to be read
 * @param key what the format needs besides the bytes: the participant of a {@code uci287} file, the
 *     header line of a {@code csv} file, how a file broke off; otherwise the empty string
 * @param source the file or partition it came from
 * @param position where in the source: the number (from 1) of its first line, or its offset
 * @param payload the bytes
 */
public record RawMessage(
    MessageFormat format, String key, String source, long position, byte[] payload) {}
