using System.Text;

namespace Entente.Application.Inputs;

/// <summary>Reads lines without ever holding an endless one.</summary>
internal static class BoundedLine
{
    /// <summary>No sentence is a million characters long.</summary>
    public const int MaxLength = 1_000_000;

    /// <summary>The next line without its end; null at the end of the input. A line over the limit is cut there and said so.</summary>
    public static string? Read(TextReader reader, out bool tooLong)
    {
        tooLong = false;
        var line = new StringBuilder();
        var any = false;
        for (int next; (next = reader.Read()) >= 0; )
        {
            any = true;
            if (next == '\n')
                break;
            if (line.Length == MaxLength)
            {
                tooLong = true;
                break;
            }
            line.Append((char)next);
        }
        if (line.Length > 0 && line[^1] == '\r')
            line.Length--;
        return any ? line.ToString() : null;
    }
}
