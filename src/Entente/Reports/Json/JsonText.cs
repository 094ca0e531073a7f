using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Entente.Reports.Json;

/// <summary>How every JSON of ours is written: by hand (no reflection at start-up), one line, UTF-8, characters as they are.</summary>
public static class JsonText
{
    private const int MostKept = 1 << 20;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? kept;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes one value and a line end.</summary>
    public static void WriteLine(TextWriter output, Action<Utf8JsonWriter> write)
    {
        // A report of a long text fills hundreds of kilobytes, and a folder has a thousand of them: each thread keeps its buffer.
        var buffer = kept ?? new ArrayBufferWriter<byte>(16 << 10);
        kept = null;
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        WriteText(output, buffer.WrittenSpan);
        output.Write('\n');
        if (buffer.Capacity <= MostKept)
        {
            buffer.ResetWrittenCount();
            kept = buffer;
        }
    }

    private static void WriteText(TextWriter output, ReadOnlySpan<byte> utf8)
    {
        if (output is Utf8Text bytes)
        {
            bytes.WriteUtf8(utf8);
            return;
        }
        var decoder = Encoding.UTF8.GetDecoder();
        Span<char> characters = stackalloc char[1024];
        while (utf8.Length > 0)
        {
            decoder.Convert(utf8, characters, flush: false, out var read, out var written, out _);
            output.Write(characters[..written]);
            utf8 = utf8[read..];
        }
    }

    /// <summary>A number, or null for none and for what JSON has no number for (an open bound).</summary>
    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>A number where there is one, else text, else null.</summary>
    public static void Value(this Utf8JsonWriter json, string name, double? value, string? text)
    {
        if (value is null && text is not null)
            json.WriteString(name, text);
        else
            json.Number(name, value);
    }
}
