package org.sitrep.ingest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** A Parquet file: its top-level columns of text, numbers, days and times. */
final class ParquetEntryReader implements EntryReader {

  private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

  /**
   * A column to read.
   *
   * @param type its type
   * @param target the field it holds
   */
  private record Column(PrimitiveType type, FieldNames.Target target) {}

  private final ParquetReader<Group> reader;
  private final List<Column> read;
  private long record;

  private ParquetEntryReader(ParquetReader<Group> reader, List<Column> read) {
    this.reader = reader;
    this.read = read;
  }

  static EntryReader open(Path path, Columns columns, Configuration configuration)
      throws IOException {
    MessageType schema;
    try (ParquetFileReader file =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, configuration))) {
      schema = file.getFileMetaData().getSchema();
    }
    List<Column> read = new ArrayList<>();
    boolean told = false;
    for (Type type : schema.getFields()) {
      Optional<FieldNames.Target> target = columns.target(type.getName());
      if (target.isPresent()
          && type.isPrimitive()
          && type.getRepetition() != Type.Repetition.REPEATED) {
        read.add(new Column(type.asPrimitiveType(), target.get()));
        told |= columns.names().isNeeded(target.get().field());
      }
    }
    if (!told) {
      throw new IOException(columns.names().missing());
    }
    Configuration projected = new Configuration(configuration);
    projected.set(
        ReadSupport.PARQUET_READ_SCHEMA,
        new MessageType(schema.getName(), read.stream().map(each -> (Type) each.type()).toList())
            .toString());
    ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), path).withConf(projected).build();
    return new ParquetEntryReader(reader, List.copyOf(read));
  }

  @Override
  public Entry next() throws IOException {
    Group group = reader.read();
    if (group == null) {
      return null;
    }
    record++;
    Columns.Values values = new Columns.Values();
    try {
      for (Column column : read) {
        if (group.getFieldRepetitionCount(column.type().getName()) > 0) {
          values.put(column.target(), value(group, column.type()));
        }
      }
    } catch (CharacterCodingException e) {
      return new Entry.Unreadable(record, Reasons.of(Reasons.ENCODING, e), null);
    }
    return new Entry.Fields(record, values.fields(), null);
  }

  private static Object value(Group group, PrimitiveType type) throws CharacterCodingException {
    String name = type.getName();
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BINARY -> {
        byte[] bytes = group.getBinary(name, 0).getBytes();
        yield Characters.decode(bytes, 0, bytes.length);
      }
      case INT32 ->
          logical instanceof DateLogicalTypeAnnotation
              ? LocalDate.ofEpochDay(group.getInteger(name, 0))
              : (Object) (long) group.getInteger(name, 0);
      case INT64 ->
          logical instanceof TimestampLogicalTypeAnnotation time
              ? instant(group.getLong(name, 0), time)
              : (Object) group.getLong(name, 0);
      case INT96 -> {
        NanoTime time = NanoTime.fromBinary(group.getInt96(name, 0));
        yield Instant.ofEpochSecond(
            (time.getJulianDay() - JULIAN_DAY_OF_EPOCH) * 86_400, time.getTimeOfDayNanos());
      }
      case DOUBLE -> (long) group.getDouble(name, 0);
      case FLOAT, BOOLEAN, FIXED_LEN_BYTE_ARRAY -> null;
    };
  }

  private static Instant instant(long value, TimestampLogicalTypeAnnotation time) {
    return switch (time.getUnit()) {
      case MILLIS -> Instant.ofEpochMilli(value);
      case MICROS ->
          Instant.ofEpochSecond(
              Math.floorDiv(value, 1_000_000L), Math.floorMod(value, 1_000_000L) * 1_000);
      case NANOS ->
          Instant.ofEpochSecond(
              Math.floorDiv(value, 1_000_000_000L), Math.floorMod(value, 1_000_000_000L));
    };
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
