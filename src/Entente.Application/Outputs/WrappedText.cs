namespace Entente.Application.Outputs;

/// <summary>Text in 80 columns, its further lines indented; one line whatever it holds, so that no name of a file does harm.</summary>
internal static class WrappedText
{
    public const int Width = 80;

    public static void Write(TextWriter output, string indent, string text)
    {
        var clean = InputProblem.OneLine(text);
        var (at, first) = (0, true);
        while (at < clean.Length)
        {
            var room = Width - indent.Length - (first ? 0 : 2);
            var end = Math.Min(clean.Length, at + room);
            if (end < clean.Length && clean.LastIndexOf(' ', end, end - at) is var blank && blank > at)
                end = blank;
            output.Write(indent);
            if (!first)
                output.Write("  ");
            output.Write(clean.AsSpan(at, end - at).TrimEnd(' '));
            output.Write('\n');
            at = end;
            while (at < clean.Length && clean[at] == ' ')
                at++;
            first = false;
        }
    }
}
