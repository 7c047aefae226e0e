package latentwilds.training.report;

import java.util.Locale;
import latentwilds.synthesis.Picture;

/** What can be measured of any picture with alpha. */
public enum Trait {
    /** From dark to pale: mean of the three channels. */
    LIGHT {
        @Override
        double of(double red, double green, double blue, double share) {
            return (red + green + blue) / 3;
        }
    },
    /** From green to red. */
    RED {
        @Override
        double of(double red, double green, double blue, double share) {
            return red - green;
        }
    },
    /** From blue to yellow. */
    YELLOW {
        @Override
        double of(double red, double green, double blue, double share) {
            return (red + green) / 2 - blue;
        }
    },
    /** From slender to bulky: the share of the picture that is not empty. */
    BULK {
        @Override
        double of(double red, double green, double blue, double share) {
            return share;
        }
    };

    /** Of the mean colour of what is visible, each 0 to 1, and of the share that is. */
    abstract double of(double red, double green, double blue, double share);

    /**
     * Measures a picture.
     *
     * @param rgba 4 channels in [-1, 1], colour premultiplied by alpha
     * @return the trait; 0 of an empty picture
     */
    double of(Picture rgba) {
        double[] sums = new double[4];
        int size = rgba.width() * rgba.height();
        for (int i = 0; i < 4 * size; i++) {
            sums[i / size] += (Math.max(-1, Math.min(1, rgba.values()[i])) + 1) / 2;
        }
        double alpha = Math.max(1e-6, sums[3]);
        return of(sums[0] / alpha, sums[1] / alpha, sums[2] / alpha, sums[3] / size);
    }

    /** The name on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
