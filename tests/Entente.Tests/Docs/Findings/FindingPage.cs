using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Tests.Docs.Findings;

/// <summary>
/// A page that writes a finding up. Each number of its tables has to be claimed by a result, to the digits that are printed; what no result has
/// claimed fails in the end. Sentences are put together from results and looked for, word by word.
/// </summary>
internal sealed partial class FindingPage
{
    private readonly Page page;
    private readonly string words;
    private readonly Dictionary<(int Line, int Column), string> open = [];

    public FindingPage(string name)
    {
        page = Page.Of($"docs/measures/{name}.md");
        words = Words(string.Join(' ', page.Lines).Replace("**", "", StringComparison.Ordinal));
        Tables = [.. Read()];
        foreach (var row in Tables.SelectMany(t => t.Rows))
            for (var c = 1; c < row.Cells.Count; c++)
                if (Numbers(row.Cells[c]).Count > 0)
                    open[(row.Line, c)] = row.Cells[c];
    }

    public IReadOnlyList<Table> Tables { get; }

    /// <summary>The program's commands of the page's blocks, without the imports.</summary>
    public IEnumerable<string> Commands => Shown.Where(l => !l.StartsWith("record import ", StringComparison.Ordinal));

    /// <summary>The datasets that the page says to import.</summary>
    public IEnumerable<string> Imports =>
        Shown.Where(l => l.StartsWith("record import ", StringComparison.Ordinal)).Select(l => l.Split(' ')[2]);

    // Lines of the page that are commands, in its blocks: no sentence begins with the program's name.
    private IEnumerable<string> Shown =>
        from line in page.Lines
        let command = line.TrimStart(' ')
        where command.StartsWith("entente ", StringComparison.Ordinal) || command.StartsWith("./entente ", StringComparison.Ordinal)
        select command[(command.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>The numbers of a cell, from left to right, as results give them; a per cent of the page is a fraction here.</summary>
    public void Cell(Row row, string column, params double[] values)
    {
        var at = row.Table.Heads.ToList().IndexOf(column);
        at.ShouldBeGreaterThan(0, $"{page.Path}: no column '{column}'");
        var printed = Numbers(row.Cells[at]);
        printed.Count.ShouldBe(values.Length, $"{page.Path}:{row.Line + 1}: '{row.Cells[at]}'");
        for (var i = 0; i < values.Length; i++)
            Agrees(printed[i], values[i])
                .ShouldBeTrue(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{page.Path}:{row.Line + 1}, {column}: the page has '{printed[i]}', the command {values[i]}"
                    )
                );
        open.Remove((row.Line, at));
    }

    /// <summary>The page says this, with the results in it as printed.</summary>
    public void Says(FormattableString sentence)
    {
        var text = sentence.ToString(CultureInfo.InvariantCulture);
        words.Contains(Words(text), StringComparison.Ordinal).ShouldBeTrue($"{page.Path}: by the commands it should say “{text}”");
    }

    /// <summary>Every number of every table was claimed.</summary>
    public void Complete() =>
        open.Select(c => $"{page.Path}:{c.Key.Line + 1}: '{c.Value}'").ShouldBeEmpty("numbers that no result was laid beside");

    /// <summary>`.742`: digits after the point, no nought before it, a true minus.</summary>
    public static string Point(double value, int digits) =>
        Math.Round(value, digits, MidpointRounding.AwayFromZero)
            .ToString("0." + new string('0', digits), CultureInfo.InvariantCulture)
            .Replace("0.", ".", StringComparison.Ordinal)
            .Replace('-', '−');

    private static bool Agrees(string printed, double value)
    {
        var (text, scale) = printed.EndsWith('%') ? (printed.TrimEnd('%', ' '), 100.0) : (printed, 1.0);
        text = text.Replace('−', '-').Replace(",", "", StringComparison.Ordinal);
        var digits = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return Math.Abs((value * scale) - double.Parse(text, CultureInfo.InvariantCulture)) <= (0.5 * Math.Pow(10, -digits)) + 1e-9;
    }

    private static List<string> Numbers(string cell) => [.. Number().Matches(cell).Select(m => m.Value)];

    private static string Words(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private IEnumerable<Table> Read()
    {
        for (var i = 0; i + 1 < page.Lines.Length; i++)
        {
            if (
                !page.Lines[i].StartsWith("| ", StringComparison.Ordinal) || !page.Lines[i + 1].StartsWith("|---", StringComparison.Ordinal)
            )
                continue;
            var rows = new List<Row>();
            var table = new Table(Cells(page.Lines[i]), rows);
            for (i += 2; i < page.Lines.Length && page.Lines[i].StartsWith('|'); i++)
                rows.Add(new(table, i, Cells(page.Lines[i])));
            yield return table;
        }
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(c => c.Trim())];

    [GeneratedRegex(@"−?(\d[\d,]*)?\.?\d+( ?%)?", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    internal sealed record Table(IReadOnlyList<string> Heads, IReadOnlyList<Row> Rows);

    /// <summary>A row; its first cell names it.</summary>
    internal sealed record Row(Table Table, int Line, IReadOnlyList<string> Cells)
    {
        public string this[string column] => Cells[Table.Heads.ToList().IndexOf(column)];

        public int Int(string column) => int.Parse(this[column], CultureInfo.InvariantCulture);
    }
}
