package latentwilds.world;

import java.util.ArrayList;
import java.util.List;
import latentwilds.seed.RandomStream;

/**
 * Families of outlines, as discs of land and bites that the sea takes out of it. Lengths are
 * fractions of the map's side, the middle is (0, 0).
 */
enum Outlines {
    /** Some discs that melt into one land with bays. */
    BAYS {
        @Override
        void draw(RandomStream random, Sketch sketch) {
            int count = random.nextInt(3, 6);
            for (int i = 0; i < count; i++) {
                double at = (i + 0.6 * random.nextDouble()) / count;
                sketch.land(at, between(random, 0.05, 0.23), between(random, 0.16, 0.25));
            }
        }
    },
    /** One great land and one great bay. */
    GULF {
        @Override
        void draw(RandomStream random, Sketch sketch) {
            sketch.land(0, 0.02, between(random, 0.29, 0.33));
            sketch.bite(0.02, between(random, 0.24, 0.3), between(random, 0.13, 0.17));
            sketch.bite(0, between(random, 0.1, 0.14), between(random, 0.06, 0.09));
            sketch.bite(between(random, 0.4, 0.6), 0.34, between(random, 0.08, 0.12));
        }
    },
    /** A land round a sea of its own, which lies to a side. */
    INNER_SEA {
        @Override
        void draw(RandomStream random, Sketch sketch) {
            sketch.land(0, 0, between(random, 0.31, 0.34));
            sketch.bite(0, between(random, 0.08, 0.12), between(random, 0.12, 0.16));
            sketch.land(0, between(random, 0.08, 0.12), between(random, 0.03, 0.06));
        }
    },
    /** A thin ring round a lagoon. */
    RING {
        @Override
        void draw(RandomStream random, Sketch sketch) {
            int count = random.nextInt(8, 11);
            for (int i = 0; i < count; i++) {
                double at = (i + 0.4 * random.nextDouble()) / count;
                sketch.land(at, between(random, 0.27, 0.3), between(random, 0.07, 0.12));
            }
        }
    },
    /** A sickle. */
    CRESCENT {
        @Override
        void draw(RandomStream random, Sketch sketch) {
            for (int i = 0; i <= 8; i++) {
                double middle = 1 - Math.abs(i - 4) / 4.0;
                sketch.land(i / 8.0 * 0.62, 0.25, 0.07 + 0.09 * middle);
            }
        }
    },
    /** Two lands and a narrow way between. */
    TWINS {
        @Override
        void draw(RandomStream random, Sketch sketch) {
            sketch.land(0, between(random, 0.2, 0.23), between(random, 0.16, 0.21));
            sketch.land(
                    0.5 + between(random, -0.08, 0.08),
                    between(random, 0.18, 0.22),
                    between(random, 0.12, 0.18));
            sketch.land(0, 0, 0.04);
        }
    },
    /** Long and bent, from corner to corner. */
    SPINE {
        @Override
        void draw(RandomStream random, Sketch sketch) {
            double bow = between(random, 0.05, 0.14);
            for (int i = -4; i <= 4; i++) {
                double along = 0.085 * i;
                double aside = bow * (0.5 - i * i / 16.0);
                sketch.landAt(along, aside, between(random, 0.08, 0.11));
            }
        }
    },
    /** A land with a crowd of small ones round it. */
    ARCHIPELAGO {
        @Override
        void draw(RandomStream random, Sketch sketch) {
            sketch.land(0, between(random, 0, 0.06), between(random, 0.15, 0.18));
            int count = random.nextInt(9, 13);
            for (int i = 0; i < count; i++) {
                double at = (i + 0.5 * random.nextDouble()) / count;
                double far = i % 2 == 0 ? 0.24 : 0.33;
                sketch.land(at, far + between(random, -0.02, 0.02), between(random, 0.045, 0.085));
            }
        }
    },
    /** Arms of land into all directions, and the sea between them. */
    STAR {
        @Override
        void draw(RandomStream random, Sketch sketch) {
            int arms = random.nextInt(4, 6);
            sketch.land(0, 0, 0.13);
            for (int arm = 0; arm < arms; arm++) {
                double at = (arm + 0.35 * random.nextDouble()) / arms;
                double reach = between(random, 0.26, 0.36);
                for (int i = 1; i <= 4; i++) {
                    sketch.land(at + 0.012 * i, reach * i / 4, 0.105 - 0.013 * i);
                }
            }
        }
    },
    /** A hook that winds out of the middle. */
    HOOK {
        @Override
        void draw(RandomStream random, Sketch sketch) {
            double turns = between(random, 0.85, 1.1);
            for (int i = 0; i <= 10; i++) {
                double along = i / 10.0;
                sketch.land(along * turns, 0.04 + 0.28 * along, 0.13 - 0.05 * along);
            }
        }
    },
    /** Small and round, with rocks off its coast. */
    CONE {
        @Override
        void draw(RandomStream random, Sketch sketch) {
            sketch.land(0, 0, between(random, 0.23, 0.27));
            int count = random.nextInt(2, 4);
            for (int i = 0; i < count; i++) {
                sketch.land(random.nextDouble(), 0.34, between(random, 0.03, 0.06));
            }
        }
    },
    /** One land that the sea has cut into from all sides. */
    FJORDS {
        @Override
        void draw(RandomStream random, Sketch sketch) {
            sketch.land(0, 0, between(random, 0.31, 0.34));
            int count = random.nextInt(6, 8);
            for (int i = 0; i < count; i++) {
                double at = (i + 0.5 * random.nextDouble()) / count;
                double lean = between(random, -0.03, 0.03);
                double reach = between(random, 0.12, 0.2);
                for (double far = reach; far < 0.36; far += 0.035) {
                    sketch.bite(at + lean * (far - reach) / 0.1, far, 0.02 + 0.06 * (far - reach));
                }
            }
        }
    };

    /**
     * A disc.
     *
     * @param x of its middle
     * @param y of its middle
     * @param radius of it
     */
    record Disc(double x, double y, double radius) {}

    /** Collects discs, turned and stretched as a whole. */
    static final class Sketch {
        final List<Disc> land = new ArrayList<>();
        final List<Disc> bites = new ArrayList<>();
        private final double turned;
        private final double mirrored;
        private final double stretch;

        Sketch(RandomStream random) {
            turned = 2 * Math.PI * random.nextDouble();
            mirrored = random.nextDouble() < 0.5 ? -1 : 1;
            // Stretched one way, as most islands are.
            stretch = 0.85 + 0.3 * random.nextDouble();
        }

        /** Land at a share of a full turn, so far from the middle. */
        void land(double turn, double far, double radius) {
            land.add(disc(2 * Math.PI * turn, far, radius));
        }

        void landAt(double along, double aside, double radius) {
            double far = Math.sqrt(along * along + aside * aside);
            land.add(disc(StrictMath.atan2(aside, along), far, radius));
        }

        void bite(double turn, double far, double radius) {
            bites.add(disc(2 * Math.PI * turn, far, radius));
        }

        private Disc disc(double angle, double far, double radius) {
            double a = turned + mirrored * angle;
            return new Disc(
                    stretch * far * StrictMath.cos(a), far / stretch * StrictMath.sin(a), radius);
        }
    }

    abstract void draw(RandomStream random, Sketch sketch);

    private static double between(RandomStream random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}
