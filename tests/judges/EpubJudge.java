import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.reporting.CheckingReport;
import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Runs EPUBCheck over many files in one virtual machine: to start one for each takes most of the time. Its only argument is
 * a list: on each line the report to write, a tab, and the EPUB to judge. The reports are those of `--json`.
 */
public class EpubJudge {
  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ENGLISH);
    for (String line : Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
      String[] paths = line.split("\t");
      File epub = new File(paths[1]);
      try (PrintWriter out = new PrintWriter(paths[0], StandardCharsets.UTF_8)) {
        CheckingReport report = new CheckingReport(out, epub.getPath());
        report.initialize();
        new EpubCheck(epub, report).doValidate();
        report.generate();
      } catch (RuntimeException error) {
        // No report: the caller says so, and the other files are judged.
        System.err.println(epub + ": " + error);
      }
    }
  }
}
