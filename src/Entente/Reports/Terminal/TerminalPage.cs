namespace Entente.Reports.Terminal;

/// <summary>Writes wrapped lines within a width. Text is cleaned and wrapped first and painted after, so that colour never counts as columns.</summary>
internal sealed class TerminalPage(TextWriter output, int width)
{
    public int Width => width;

    public void Blank() => output.Write('\n');

    public void Line(string painted)
    {
        output.Write(painted);
        output.Write('\n');
    }

    public void Lines(string prefix, string text, Func<string, string>? paint = null) => Lines(prefix, prefix.Length, text, paint);

    /// <param name="prefix">Painted text before the first line.</param>
    /// <param name="prefixColumns">Its columns.</param>
    /// <param name="text">Raw text.</param>
    /// <param name="paint">Applied to each line; null for none.</param>
    /// <param name="maxLines">More is cut with an ellipsis.</param>
    /// <param name="hang">Indent of the following lines; the first line's where null.</param>
    public void Lines(
        string prefix,
        int prefixColumns,
        string text,
        Func<string, string>? paint = null,
        int maxLines = int.MaxValue,
        int? hang = null
    )
    {
        var indent = hang ?? prefixColumns;
        // Wrapping works on one width: the first line's extra prefix is stood in for by a word without spaces.
        var filler = new string('\u2588', Math.Max(0, prefixColumns - indent));
        var clean = TerminalText.Clean(text);
        var glued = filler.Length > 0 ? filler + clean : clean;
        var lines = TerminalText.Wrap(glued, Math.Max(8, width - indent), maxLines);
        if (lines.Count == 0)
            lines.Add(filler);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = i == 0 ? lines[0][Math.Min(filler.Length, lines[0].Length)..] : lines[i];
            output.Write(i == 0 ? prefix : new string(' ', indent));
            output.Write(paint is null ? line : paint(line));
            output.Write('\n');
        }
    }

    /// <summary>Pieces separated by spaces, each painted by itself and none broken.</summary>
    public void Pieces(IReadOnlyList<(string Text, Func<string, string> Paint)> pieces)
    {
        var columns = 0;
        foreach (var (text, paint) in pieces)
        {
            var length = TerminalText.Columns(text);
            if (columns > 0 && columns + 1 + length > width)
            {
                output.Write("\n  ");
                columns = 2;
            }
            else if (columns > 0)
            {
                output.Write(' ');
                columns++;
            }
            output.Write(paint(text));
            columns += length;
        }
        output.Write('\n');
    }
}
