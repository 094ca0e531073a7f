using System.Text.Encodings.Web;
using System.Text.Json;

namespace Entente.Application.Outputs;

/// <summary>How every command writes JSON: UTF-8, and letters as they are, for it goes to files and terminals, not into pages.</summary>
internal static class ResultJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A writer onto the output, after all that was written to it before.</summary>
    public static Utf8JsonWriter On(StreamWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Flush();
        return new(output.BaseStream, Options);
    }
}
