// Holds PDF files against PDF/UA-1 and PDF/A-2a with veraPDF: one line per file and standard,
// then the clauses that fail. Ends with 1 if any file fails any standard.
import java.io.FileInputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.results.TestAssertion.Status;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

public final class Judge {
    private static final List<String> STANDARDS = List.of("PDFUA-1", "PDFA-2A");

    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        boolean allPass = true;
        for (String file : files) {
            for (String standard : STANDARDS) {
                ValidationResult result = judge(file, profile(standard));
                tell(file, standard, result);
                allPass &= result.isCompliant();
            }
        }
        System.exit(allPass ? 0 : 1);
    }

    private static ValidationProfile profile(String standard) throws Exception {
        try (var xml = Judge.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + standard + ".xml")) {
            return Profiles.profileFromXml(xml);
        }
    }

    private static ValidationResult judge(String file, ValidationProfile profile) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var bytes = new FileInputStream(file);
                var parser = foundry.createParser(bytes, profile.getPDFAFlavour());
                var validator = foundry.createValidator(profile, 50, false, true, false)) {
            return validator.validate(parser);
        }
    }

    private static void tell(String file, String standard, ValidationResult result) {
        String verdict = result.isCompliant() ? "passes" : "FAILS";
        System.out.printf("%s %s %s (%d checks)%n", file, standard, verdict, result.getTotalAssertions());
        result.getTestAssertions().stream()
                .filter(assertion -> assertion.getStatus() == Status.FAILED)
                .forEach(assertion -> System.out.printf(
                        "  %s %s%n", assertion.getRuleId().getClause(), assertion.getMessage()));
    }
}
