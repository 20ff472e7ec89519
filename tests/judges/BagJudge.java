import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.file.Path;

/** Prints a line for each bag: its path, a tab, and "valid" or what the Library of Congress's library has against it. */
public final class BagJudge {
  public static void main(String[] folders) throws Exception {
    BagReader reader = new BagReader();
    try (BagVerifier verifier = new BagVerifier()) {
      for (String folder : folders) System.out.println(folder + "\t" + judge(reader, verifier, Path.of(folder)));
    }
  }

  private static String judge(BagReader reader, BagVerifier verifier, Path folder) {
    try {
      Bag bag = reader.read(folder);
      boolean ignoreHiddenFiles = false;
      verifier.isComplete(bag, ignoreHiddenFiles);
      verifier.isValid(bag, ignoreHiddenFiles);
      return "valid";
    } catch (Exception found) {
      return found.getClass().getSimpleName() + ": " + String.valueOf(found.getMessage()).replaceAll("\\s+", " ");
    }
  }
}
