package org.sitrep.tables;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Record to row and back, by position: the components of a record are the columns of its table,
 * camelCase against snake_case. Nested records are structs, lists arrays, maps maps. Days and times
 * cross as {@code java.sql} classes, Spark's default ({@code spark.sql.datetime.java8API.enabled}
 * false).
 *
 * @param <R> the record
 */
public final class Codec<R extends Record> {

  private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

  /** Made once per JVM: parsing a declaration costs more than a row. */
  private static final Map<Pair, Codec<?>> CODECS = new ConcurrentHashMap<>();

  private record Pair(Class<?> record, String table) {}

  private final Shape shape;
  private final StructType schema;

  private Codec(Class<R> record, StructType schema) {
    this.shape = SHAPES.computeIfAbsent(record, Shape::new);
    this.schema = schema;
    shape.check(schema);
  }

  /**
   * The codec between a record class and a table.
   *
   * @throws IllegalArgumentException where components and columns differ
   */
  @SuppressWarnings("unchecked")
  public static <R extends Record> Codec<R> of(Class<R> record, Table table) {
    return (Codec<R>)
        CODECS.computeIfAbsent(
            new Pair(record, table.name()), pair -> new Codec<>(record, schema(table)));
  }

  /** The columns of a table with their comments. */
  public static StructType schema(Table table) {
    return StructType.fromDDL(table.ddl());
  }

  /** The columns of the table. */
  public StructType schema() {
    return schema;
  }

  /** Spark's encoder for rows of the table. */
  public Encoder<Row> encoder() {
    return Encoders.row(schema);
  }

  /** All columns in the table's order. */
  public Column[] columns() {
    return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
  }

  /**
   * All columns in the table's order, those that nobody needs as nulls, so that they are not even
   * read.
   */
  public Column[] only(String... needed) {
    Set<String> names = Set.of(needed);
    return Arrays.stream(schema.fields())
        .map(
            field ->
                names.contains(field.name())
                    ? functions.col(field.name())
                    : functions.lit(null).cast(field.dataType()).as(field.name()))
        .toArray(Column[]::new);
  }

  /** The row of a record. */
  public Row row(R value) {
    return shape.row(value);
  }

  /** The record of a row whose columns are in the table's order. */
  @SuppressWarnings("unchecked")
  public R record(Row row) {
    return (R) shape.record(row);
  }

  /** The column name of a record component. */
  static String column(String component) {
    return component.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static final class Shape {
    /** Days met so far: working one out takes a calendar, and news name few. */
    private static final Map<LocalDate, Date> DATES = new ConcurrentHashMap<>();

    private static final int MOST_DATES = 50_000;

    private final Class<?> record;
    private final Constructor<?> constructor;
    private final Method[] accessors;
    private final Type[] types;
    private final String[] columns;

    Shape(Class<?> record) {
      RecordComponent[] components = record.getRecordComponents();
      this.record = record;
      this.accessors = new Method[components.length];
      this.types = new Type[components.length];
      this.columns = new String[components.length];
      Class<?>[] parameters = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        accessors[i] = components[i].getAccessor();
        types[i] = components[i].getGenericType();
        columns[i] = column(components[i].getName());
        parameters[i] = components[i].getType();
      }
      try {
        this.constructor = record.getDeclaredConstructor(parameters);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }

    void check(StructType schema) {
      if (!Arrays.asList(columns).equals(Arrays.asList(schema.fieldNames()))) {
        throw new IllegalArgumentException(
            record.getName()
                + " has components "
                + Arrays.toString(columns)
                + ", its columns are "
                + Arrays.toString(schema.fieldNames()));
      }
      StructField[] fields = schema.fields();
      for (int i = 0; i < fields.length; i++) {
        checkType(types[i], fields[i].dataType());
      }
    }

    private static void checkType(Type type, DataType data) {
      if (data instanceof StructType struct) {
        SHAPES.computeIfAbsent((Class<?>) type, Shape::new).check(struct);
      } else if (data instanceof ArrayType array) {
        checkType(argument(type, 0), array.elementType());
      } else if (data instanceof MapType map) {
        checkType(argument(type, 1), map.valueType());
      } else if (!simple(data).contains(type)) {
        throw new IllegalArgumentException(
            "column of type " + data.simpleString() + " held as " + type);
      }
    }

    private static List<Class<?>> simple(DataType data) {
      return switch (data.simpleString()) {
        case "string" -> List.of(String.class);
        case "int" -> List.of(Integer.class, int.class);
        case "bigint" -> List.of(Long.class, long.class);
        case "double" -> List.of(Double.class, double.class);
        case "boolean" -> List.of(Boolean.class, boolean.class);
        case "date" -> List.of(LocalDate.class);
        case "timestamp" -> List.of(Instant.class);
        default -> List.of();
      };
    }

    Row row(Object value) {
      Object[] cells = new Object[accessors.length];
      for (int i = 0; i < cells.length; i++) {
        try {
          cells[i] = cell(accessors[i].invoke(value));
        } catch (IllegalAccessException | InvocationTargetException e) {
          throw new IllegalStateException(
              "cannot read " + columns[i] + " of " + record.getName(), e);
        }
      }
      return RowFactory.create(cells);
    }

    private static Object cell(Object value) {
      if (value instanceof Record) {
        return SHAPES.computeIfAbsent(value.getClass(), Shape::new).row(value);
      }
      if (value instanceof List<?> list) {
        return list.stream().map(Shape::cell).toArray();
      }
      if (value instanceof Map<?, ?> map) {
        return CollectionConverters.asScala(new TreeMap<Object, Object>(map));
      }
      if (value instanceof LocalDate date) {
        return DATES.size() < MOST_DATES
            ? DATES.computeIfAbsent(date, Date::valueOf)
            : Date.valueOf(date);
      }
      if (value instanceof Instant time) {
        return Timestamp.from(time);
      }
      return value;
    }

    Object record(Row row) {
      Object[] values = new Object[types.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.isNullAt(i) ? null : value(row.get(i), types[i]);
      }
      try {
        return constructor.newInstance(values);
      } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("cannot make " + record.getName() + " of " + row, e);
      }
    }

    private static Object value(Object cell, Type type) {
      if (cell == null) {
        return null;
      }
      if (cell instanceof Row row) {
        return SHAPES.computeIfAbsent((Class<?>) type, Shape::new).record(row);
      }
      if (cell instanceof scala.collection.Map<?, ?> map) {
        return new TreeMap<Object, Object>(CollectionConverters.asJava(map));
      }
      if (cell instanceof scala.collection.Iterable<?> cells) {
        Type element = argument(type, 0);
        List<Object> list = new ArrayList<>(cells.size());
        CollectionConverters.asJava(cells).forEach(each -> list.add(value(each, element)));
        return list;
      }
      if (cell instanceof Date date) {
        return date.toLocalDate();
      }
      if (cell instanceof Timestamp time) {
        return time.toInstant();
      }
      return cell;
    }

    private static Type argument(Type type, int index) {
      return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
  }
}
