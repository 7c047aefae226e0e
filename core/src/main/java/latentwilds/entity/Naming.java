package latentwilds.entity;

import java.util.List;
import latentwilds.seed.RandomStream;

/** Names from syllables. */
final class Naming {
    private static final List<String> STARTS =
            List.of(
                    "Bra", "Cor", "Dre", "Fen", "Gor", "Hul", "Ixi", "Kra", "Lum", "Mor", "Nar",
                    "Oru", "Pel", "Qua", "Ruk", "Sil", "Tho", "Umb", "Vex", "Wyr", "Yol", "Zan");
    private static final List<String> MIDDLES = List.of("", "", "da", "li", "ra", "mo", "ke", "vi");
    private static final List<String> ENDS =
            List.of(
                    "back", "fang", "gul", "horn", "ling", "maw", "nid", "rax", "shade", "tail",
                    "wisp", "zoid");
    private static final List<String> FIRST =
            List.of(
                    "Al", "Be", "Ca", "Da", "El", "Fa", "Ga", "Ha", "Is", "Jo", "Ka", "Lo", "Ma",
                    "Ni", "Or", "Pe", "Ri", "Sa", "Ta", "Ul", "Ve", "Wi", "Ya", "Ze");
    private static final List<String> HERS =
            List.of(
                    "dis", "lene", "lia", "lis", "na", "nia", "ra", "rin", "sa", "tha", "vea",
                    "wen");
    private static final List<String> HIS =
            List.of(
                    "bert", "dan", "drin", "gar", "han", "mir", "mund", "ran", "rik", "sten", "tor",
                    "vor");

    private Naming() {}

    static String creature(RandomStream random) {
        return random.pick(STARTS) + random.pick(MIDDLES) + random.pick(ENDS);
    }

    /** Of a woman or a man: faces say which, so names must. */
    static String person(RandomStream random, boolean woman) {
        return random.pick(FIRST) + random.pick(woman ? HERS : HIS);
    }
}
