import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles every Java program of a folder, each by itself, and runs the producers and the first consumer, with stand-ins
 * for the clients of Kafka. Arguments: folder, number of programs, report file; the libraries are on the class path.
 */
@SuppressWarnings("unchecked")
class RunPrograms {
    static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    public static void main(String[] args) throws Exception {
        var root = Path.of(args[0]);
        var standIns = Path.of(System.getProperty("standIns"));
        var libraries = System.getProperty("java.class.path");
        var classes = Files.createDirectory(root.resolve("stand-ins"));
        var clients = standIns.resolve("org/apache/kafka/clients");
        compile(List.of(clients.resolve("producer/KafkaProducer.java"), clients.resolve("consumer/KafkaConsumer.java")), classes, libraries);
        var shared = loader(Stream.concat(Stream.of(classes.toString()), Arrays.stream(libraries.split(File.pathSeparator))).toList());
        var path = classes + File.pathSeparator + libraries;

        var out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        for (var index = 0; index < Integer.parseInt(args[1]); index++) {
            var folder = root.resolve(String.valueOf(index));
            var target = Files.createDirectory(folder.resolve("classes"));
            var producer = folder.resolve("producer.kafka-clients.java");
            compile(List.of(producer, folder.resolve("consumer.kafka-clients.java")), target, path);
            run(target, "Producer", shared, producer);
        }

        var played = (List<Object>) shared.loadClass("org.apache.kafka.clients.consumer.KafkaConsumer").getField("PLAYED").get(null);
        for (var record : records(shared)) {
            played.add(record);
        }
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true));
        System.setErr(new PrintStream(errors, true));
        run(root.resolve("0/classes"), "Consumer", shared, root);
        System.setOut(out);

        var sent = (List<List<String>>) shared.loadClass("org.apache.kafka.clients.producer.KafkaProducer").getField("SENT").get(null);
        var report = Map.of(
                "sent", sent.stream().map(RunPrograms::noted).toList(),
                "journal", shared.loadClass("org.apache.kafka.clients.consumer.KafkaConsumer").getField("JOURNAL").get(null),
                "out", output.toString(StandardCharsets.UTF_8),
                "err", errors.toString(StandardCharsets.UTF_8));
        new ObjectMapper().writeValue(new File(args[2]), report);
        // The programs have asked to be told when Java ends.
        Runtime.getRuntime().halt(0);
    }

    static Map<String, Object> noted(List<String> sent) {
        var headers = new ArrayList<List<String>>();
        for (var at = 2; at < sent.size(); at += 2) {
            headers.add(sent.subList(at, at + 2));
        }
        var noted = new java.util.HashMap<String, Object>();
        noted.put("key", sent.get(0));
        noted.put("value", sent.get(1));
        noted.put("headers", headers);
        return noted;
    }

    static List<Object> records(ClassLoader shared) throws Exception {
        var own = "OutOfStock";
        var held = new String[][] {
            {"{\"event_id\": \"1\", \"future\": {}}", own},
            {"{\"event_id\": \"2\"}", null},
            {"{\"event_id\": \"3\"}", "PriceChanged"},
            {null, own},
            {"\0avro", "PriceChanged"},
            {"not JSON", own},
            {"\"\u00ff\"", null},
            {"{\"event_id\": \"\\u00fc\", \"new_quantity\": 9007199254740993}", ""},
        };
        var records = new ArrayList<Object>();
        for (var offset = 0; offset < held.length; offset++) {
            // By reflection, for the programs have classes of their own.
            var headers = shared.loadClass("org.apache.kafka.common.header.internals.RecordHeaders").getConstructor().newInstance();
            if (held[offset][1] != null) {
                headers.getClass().getMethod("add", String.class, byte[].class).invoke(headers, "message-type", held[offset][1].getBytes(StandardCharsets.UTF_8));
            }
            var value = held[offset][0] == null ? null : held[offset][0].getBytes(StandardCharsets.ISO_8859_1);
            var type = shared.loadClass("org.apache.kafka.common.record.TimestampType").getField("CREATE_TIME").get(null);
            var constructor = Arrays.stream(shared.loadClass("org.apache.kafka.clients.consumer.ConsumerRecord").getConstructors())
                    .filter(one -> one.getParameterCount() == 11).findFirst().orElseThrow();
            records.add(constructor.newInstance("inventory.adjusted", 0, (long) offset, 0L, type, 0, 0, null, value, headers, Optional.empty()));
        }
        return records;
    }

    static void compile(List<Path> sources, Path target, String classPath) throws Exception {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-d", target.toString(), "-cp", classPath, "-proc:none", "-encoding", "US-ASCII", "--release", "17");
        var isGood = COMPILER.getTask(null, FILES, diagnostics, options, null, FILES.getJavaFileObjectsFromPaths(sources)).call();
        if (!isGood || !diagnostics.getDiagnostics().isEmpty()) {
            fail(sources.get(0), diagnostics.getDiagnostics().toString());
        }
    }

    static void run(Path classes, String name, ClassLoader shared, Path source) throws Exception {
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, shared)) {
            var main = loader.loadClass(name).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException error) {
            fail(source, String.valueOf(error.getCause()));
        }
    }

    static void fail(Path source, String reason) throws Exception {
        System.err.println(source + ": " + reason + "\n" + (Files.isRegularFile(source) ? Files.readString(source) : ""));
        Runtime.getRuntime().halt(1);
    }

    static ClassLoader loader(List<String> paths) throws Exception {
        var urls = new ArrayList<URL>();
        for (var path : paths) {
            urls.add(Path.of(path).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
