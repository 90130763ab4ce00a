import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.transform.Result;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.MimeConstants;
import org.apache.fop.events.Event;
import org.apache.fop.events.EventFormatter;
import org.apache.fop.events.model.EventSeverity;

/**
 * What Apache FOP says of FO files, all set by one process.
 *
 * <p>java -cp CLASSES FopPages.java CONFIG FILE.fo… prints a line for each file: its number of pages ("-" when FOP gave
 * up) and its name, then a line for each kind of complaint: tab, severity, how often, text of the first one.
 */
public final class FopPages {
    private FopPages() { }

    /** Complaints about one file: kind to count and first text. */
    private static final class Complaints {
        private final Map<String, Integer> counts = new TreeMap<>();
        private final Map<String, String> texts = new TreeMap<>();

        void add(Event event) {
            add(event.getSeverity() + " " + event.getEventID(), event.getSeverity().getName(), EventFormatter.format(event));
        }

        void add(String kind, String severity, String text) {
            counts.merge(kind, 1, Integer::sum);
            texts.putIfAbsent(kind, severity + "\t" + text.replaceAll("\\s+", " "));
        }

        void print() {
            texts.forEach((kind, text) -> {
                String[] parts = text.split("\t", 2);
                System.out.println("\t" + parts[0] + "\t" + counts.get(kind) + "\t" + parts[1]);
            });
        }
    }

    public static void main(String[] arguments) throws Exception {
        FopFactory factory = FopFactory.newInstance(new File(arguments[0]).getAbsoluteFile());
        for (int i = 1; i < arguments.length; i++) {
            set(factory, new File(arguments[i]));
        }
    }

    private static void set(FopFactory factory, File file) throws IOException {
        Complaints complaints = new Complaints();
        String pages = "-";
        try (OutputStream out = OutputStream.nullOutputStream()) {
            FOUserAgent agent = factory.newFOUserAgent();
            agent.getEventBroadcaster().addEventListener(event -> {
                if (event.getSeverity() != EventSeverity.INFO) {
                    complaints.add(event);
                }
            });
            Fop fop = factory.newFop(MimeConstants.MIME_PDF, agent, out);
            Result result = new SAXResult(fop.getDefaultHandler());
            TransformerFactory.newInstance().newTransformer().transform(new StreamSource(file), result);
            pages = Integer.toString(fop.getResults().getPageCount());
        } catch (Exception error) {
            complaints.add("exception", "FATAL", String.valueOf(error.getMessage()));
        }
        System.out.println(pages + "\t" + file.getPath());
        complaints.print();
    }
}
