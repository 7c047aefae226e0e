package latentwilds.synthesis.gl;

import java.util.Optional;

/**
 * GL 4.1's program binaries, for which libGDX's interface has no calls. Render thread, with a
 * current context.
 */
public interface ProgramBinaries {
    /**
     * A linked program in the driver's own form.
     *
     * @param format the driver's number for it
     * @param bytes nobody else's business
     */
    record Binary(int format, byte[] bytes) {}

    /**
     * How many forms the driver has.
     *
     * @return 0 if it gives no binaries
     */
    int formats();

    /**
     * Says before linking that the binary will be asked for.
     *
     * @param program GL's name
     */
    void willBeAskedFor(int program);

    /**
     * A linked program's binary.
     *
     * @param program GL's name
     * @return nothing if the driver does not give it
     */
    Optional<Binary> get(int program);

    /**
     * Links a program from a binary; its link status says whether the driver took it.
     *
     * @param program GL's name of an empty program
     * @param binary of this driver, or of another, which it refuses
     */
    void load(int program, Binary binary);
}
