import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF's library, which is newer than its command line. Its arguments are flavours (`ua1`, `2a`) with commas between
 * them, and a file with a path on each line. Prints a line for each flavour and file: flavour, path, and the clauses that are
 * not met, or "conforms", with tabs between them.
 */
public final class VeraPdfJudge {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String path : Files.readAllLines(Path.of(arguments[1])))
      for (String flavour : arguments[0].split(","))
        System.out.println(flavour + "\t" + path + "\t" + judge(path, PDFAFlavour.byFlavourId(flavour)));
  }

  private static String judge(String path, PDFAFlavour flavour) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(Files.newInputStream(Path.of(path)), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      TreeSet<String> clauses =
          result.getTestAssertions().stream()
              .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
              .map(assertion -> assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber())
              .collect(Collectors.toCollection(TreeSet::new));
      return result.isCompliant() && clauses.isEmpty() ? "conforms" : String.join(" ", clauses);
    } catch (Exception found) {
      return found.getClass().getSimpleName() + ": " + String.valueOf(found.getMessage()).replaceAll("\\s+", " ");
    }
  }
}
