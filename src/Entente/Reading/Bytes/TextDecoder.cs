using System.Globalization;
using System.Text;

namespace Entente.Reading.Bytes;

/// <summary>Bytes made text, or the reason why they are none.</summary>
/// <param name="Text">The text without byte-order mark, line ends kept; null where there is an error.</param>
/// <param name="Warning">What was assumed or replaced, or null.</param>
/// <param name="Error">Why the bytes are no text, or null.</param>
internal sealed record DecodedText(string? Text, string? Warning, ReadError? Error);

/// <summary>
/// Finds the encoding of a text: byte-order mark, UTF-16 by its pattern of zeros, UTF-8, and else Windows-1252 (which contains what is
/// called Latin-1), with a warning. What carries the mark of another kind of file, or zeros, is refused.
/// </summary>
internal static class TextDecoder
{
    private const int Sample = 4096;

    private static readonly (byte[] Start, string Kind)[] Magic =
    [
        ([0xFF, 0xD8, 0xFF], "a JPEG photograph"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ("RIFF"u8.ToArray(), "a RIFF file (image, sound or film)"),
        ("%PDF-"u8.ToArray(), "a PDF file"),
        ([(byte)'P', (byte)'K', 3, 4], "a ZIP archive (or an office document)"),
        ([0x1F, 0x8B], "a gzip archive"),
        ("BZh"u8.ToArray(), "a bzip2 archive"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "an xz archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7z archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
        (@"{\rtf"u8.ToArray(), "an RTF document"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ([(byte)'M', (byte)'Z', 0x90, 0], "a program"),
        ("ID3"u8.ToArray(), "a sound file"),
        ("OggS"u8.ToArray(), "a sound file"),
        ([0, 0, 1, 0], "an icon"),
        ([(byte)'I', (byte)'I', 0x2A, 0], "a TIFF image"),
        ([(byte)'M', (byte)'M', 0, 0x2A], "a TIFF image"),
    ];

    /// <summary>What Windows-1252 has where Latin-1 has control signs, from 0x80; 0 where it has nothing.</summary>
    private const string HighControls = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string path)
    {
        if (bytes.IsEmpty)
            return Fail(path, "", "an empty file", "save the text and try again");
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            return Utf8(bytes[3..], 3, path);
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]) || bytes.StartsWith<byte>([0, 0, 0xFE, 0xFF]))
            return Checked(new UTF32Encoding(bytes[0] == 0, false, false).GetString(bytes[4..]), null, path);
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
            return Utf16(bytes[2..], bigEndian: false, null, path);
        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
            return Utf16(bytes[2..], bigEndian: true, null, path);
        foreach (var (start, kind) in Magic)
        {
            if (bytes.StartsWith(start))
                return Fail(path, "byte 0", kind, "give the text itself, saved as plain text or Markdown");
        }
        if (Utf16Order(bytes) is { } big)
            return Utf16(bytes, big, $"no byte-order mark: read as UTF-16 {(big ? "big" : "little")}-endian", path);
        var zero = bytes.IndexOf((byte)0);
        if (zero >= 0)
            return Fail(path, $"byte {N(zero)}", "a zero byte, so a binary file", "give the text itself, saved as plain text or Markdown");
        return Utf8(bytes, 0, path);
    }

    private static DecodedText Utf8(ReadOnlySpan<byte> bytes, int offset, string path)
    {
        var (errors, firstError, multibyte) = Faults(bytes);
        if (errors == 0)
            return Checked(Encoding.UTF8.GetString(bytes), null, path);
        if (offset > 0 || multibyte > 4 * errors || (errors == 1 && firstError >= bytes.Length - 3))
        {
            return Checked(
                Encoding.UTF8.GetString(bytes),
                $"byte {N(firstError + offset)}: not UTF-8, {N(errors)} such place(s) replaced by U+FFFD; save the file as UTF-8 again to mend it",
                path
            );
        }
        var text = Windows1252(bytes, out var undefined);
        if (undefined >= 0)
            return Fail(path, $"byte {N(undefined)}", "bytes of no known encoding", "save the file as UTF-8");
        return Checked(
            text,
            $"byte {N(firstError)}: not UTF-8, so the file is read as Windows-1252 (Latin-1); save it as UTF-8 to be sure",
            path
        );
    }

    /// <summary>Ill-formed places, the first of them, and the number of well-formed characters beyond ASCII.</summary>
    private static (int Errors, int First, int Multibyte) Faults(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return (0, -1, 0);
        int errors = 0,
            first = -1,
            multibyte = 0,
            at = 0;
        while (at < bytes.Length)
        {
            if (bytes[at] < 0x80)
            {
                at++;
                continue;
            }
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
                multibyte++;
            else
            {
                errors++;
                if (first < 0)
                    first = at;
            }
            at += Math.Max(1, used);
        }
        return (errors, first, multibyte);
    }

    /// <summary>What pages mean by a code from 0x80 to 0x9F; U+0000 where they can mean nothing.</summary>
    internal static char HighControl(int code) => HighControls[code - 0x80];

    private static string Windows1252(ReadOnlySpan<byte> bytes, out int undefined)
    {
        var chars = new char[bytes.Length];
        undefined = -1;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            chars[i] = b is >= 0x80 and < 0xA0 ? HighControls[b - 0x80] : (char)b;
            if (chars[i] == '\0' && undefined < 0)
                undefined = i;
        }
        return new string(chars);
    }

    private static DecodedText Utf16(ReadOnlySpan<byte> bytes, bool bigEndian, string? warning, string path)
    {
        var text = (bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes);
        if (bytes.Length % 2 == 1)
            warning = $"byte {N(bytes.Length)}: half a UTF-16 unit at the end was replaced by U+FFFD";
        return Checked(text, warning, path);
    }

    /// <summary>Western text in UTF-16 has a zero in nearly every second byte; true for big-endian, null where it is no UTF-16.</summary>
    private static bool? Utf16Order(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, Sample) & ~1)];
        if (sample.Length < 4)
            return null;
        int even = 0,
            odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }
        var pairs = sample.Length / 2;
        if (odd > 0.6 * pairs && even < 0.02 * pairs)
            return false;
        return even > 0.6 * pairs && odd < 0.02 * pairs ? true : null;
    }

    /// <summary>Refuses what decodes but is no text: nothing but white space, or control signs.</summary>
    private static DecodedText Checked(string text, string? warning, string path)
    {
        int controls = 0,
            first = -1;
        var blank = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < ' ' && c is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u001B'))
            {
                controls++;
                if (first < 0)
                    first = i;
            }
            blank = blank && char.IsWhiteSpace(c);
        }
        if (blank)
            return Fail(path, "", "nothing but white space", "save the text and try again");
        if (controls > 8 && controls > text.Length / 100)
            return Fail(
                path,
                $"character {N(first)}",
                $"{N(controls)} control signs, so a binary file",
                "give the text itself, saved as plain text or Markdown"
            );
        return new(text, warning, null);
    }

    private static DecodedText Fail(string path, string where, string found, string advice) =>
        new(null, null, new ReadError(path, where, found, "a text (UTF-8, UTF-16 or Windows-1252)", advice));

    private static string N(int n) => n.ToString(CultureInfo.InvariantCulture);
}
