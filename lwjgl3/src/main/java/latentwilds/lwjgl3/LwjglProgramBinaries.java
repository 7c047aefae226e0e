package latentwilds.lwjgl3;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Optional;
import latentwilds.synthesis.gl.ProgramBinaries;
import org.lwjgl.opengl.ARBGetProgramBinary;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GL20C;
import org.lwjgl.opengl.GL30C;
import org.lwjgl.opengl.GL41C;
import org.lwjgl.opengl.GLCapabilities;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** Program binaries through LWJGL: GL 4.1's own, or the extension's of the same meaning. */
final class LwjglProgramBinaries implements ProgramBinaries {

    @Override
    public int formats() {
        GLCapabilities can = GL.getCapabilities();
        return can.OpenGL41 || can.GL_ARB_get_program_binary
                ? GL30C.glGetInteger(GL41C.GL_NUM_PROGRAM_BINARY_FORMATS)
                : 0;
    }

    private static boolean core() {
        return GL.getCapabilities().OpenGL41;
    }

    @Override
    public void willBeAskedFor(int program) {
        int hint = GL41C.GL_PROGRAM_BINARY_RETRIEVABLE_HINT;
        if (core()) {
            GL41C.glProgramParameteri(program, hint, GL20C.GL_TRUE);
        } else {
            ARBGetProgramBinary.glProgramParameteri(program, hint, GL20C.GL_TRUE);
        }
    }

    @Override
    public Optional<Binary> get(int program) {
        int length = GL20C.glGetProgrami(program, GL41C.GL_PROGRAM_BINARY_LENGTH);
        if (length <= 0) {
            return Optional.empty();
        }
        ByteBuffer bytes = MemoryUtil.memAlloc(length);
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer written = stack.callocInt(1);
            IntBuffer format = stack.callocInt(1);
            if (core()) {
                GL41C.glGetProgramBinary(program, written, format, bytes);
            } else {
                ARBGetProgramBinary.glGetProgramBinary(program, written, format, bytes);
            }
            byte[] copy = new byte[written.get(0)];
            bytes.get(0, copy);
            return copy.length == 0
                    ? Optional.empty()
                    : Optional.of(new Binary(format.get(0), copy));
        } finally {
            MemoryUtil.memFree(bytes);
        }
    }

    @Override
    public void load(int program, Binary binary) {
        ByteBuffer bytes = MemoryUtil.memAlloc(binary.bytes().length);
        try {
            bytes.put(0, binary.bytes());
            if (core()) {
                GL41C.glProgramBinary(program, binary.format(), bytes);
            } else {
                ARBGetProgramBinary.glProgramBinary(program, binary.format(), bytes);
            }
        } finally {
            MemoryUtil.memFree(bytes);
        }
    }
}
