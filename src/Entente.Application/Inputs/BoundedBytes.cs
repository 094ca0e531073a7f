using Entente.Application.Composition;
using Entente.Reading;

namespace Entente.Application.Inputs;

/// <summary>Reads a file or stream whole, up to a limit that is known before a byte is read where the size is.</summary>
internal static class BoundedBytes
{
    private const int MaxBytes = DocumentReader.MaxBytes;

    public static Outcome<byte[]> Read(InputItem item, Func<Stream> standardInput)
    {
        try
        {
            if (item.IsStandardInput)
            {
                using var input = standardInput();
                return ReadStream(input, "standard input");
            }
            using var file = new FileStream(
                item.Path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 0
            );
            // A pipe or device has no length; its bytes are counted as they come.
            return file.CanSeek && file.Length > MaxBytes
                ? InputProblem.Of(DocumentReader.TooLarge(item.Path, file.Length))
                : ReadStream(file, item.Path);
        }
        catch (UnauthorizedAccessException)
        {
            return Problem(item.Path, "a file that may not be read", "read permission");
        }
        catch (FileNotFoundException)
        {
            return Problem(item.Path, "nothing there", "a file");
        }
        catch (IOException)
        {
            return Problem(item.Path, "a file that cannot be read", "a file that is there and whole");
        }
    }

    private static Outcome<byte[]> ReadStream(Stream stream, string where)
    {
        var buffer = new byte[stream.CanSeek ? Math.Max(1, (int)Math.Min(stream.Length - stream.Position, MaxBytes)) : 64 << 10];
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                var next = stream.ReadByte();
                if (next < 0)
                    break;
                if (filled >= MaxBytes)
                    return Problem(where, $"more than {MaxBytes >> 20} MB", $"at most {MaxBytes >> 20} MB");
                Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, MaxBytes));
                buffer[filled++] = (byte)next;
                continue;
            }
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
                break;
            filled += read;
        }
        return filled == buffer.Length ? buffer : buffer[..filled];
    }

    private static InputProblem Problem(string where, string found, string expected) =>
        new()
        {
            Where = where,
            Found = found,
            Expected = expected,
        };
}
