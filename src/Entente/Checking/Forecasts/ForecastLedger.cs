using System.Globalization;
using System.Text;

namespace Entente.Checking.Forecasts;

/// <summary>
/// The forecasts of one user, as a Markdown text that people read and edit. An entry is a heading `## f-…` with a quotation, fields and a
/// history below it. Whatever else stands in the text is kept as it is, line by line: this type only replaces the lines of fields that
/// it changes, and adds lines. An entry that cannot be read is reported with its line, and is neither used nor touched.
/// </summary>
public sealed class ForecastLedger
{
    private const string Preface = """
        # Forecasts

        What was said would come, with what decides it. Kept by `entente forecasts`; edit it freely: fields that Entente does not know and
        everything between the entries stay as they are. A history is only ever added to.

        ## Scale

        What words of probability count as (the middle of the range), after Intelligence Community Directive 203.


        """;

    private readonly List<string> lines;
    private readonly List<LedgerEntry> entries = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly List<LedgerError> errors = [];
    private readonly List<(string Words, double Low, double High)> scale = [];
    private readonly string file;
    private readonly string carriage;

    private ForecastLedger(string text, string file)
    {
        this.file = file;
        // Lines keep the carriage returns they have, so that even a text with both kinds of ends stays as it is.
        carriage = text.Contains("\r\n", StringComparison.Ordinal) ? "\r" : "";
        lines = [.. text.Split('\n')];
        Read();
        Scale = VerbalScale.Directive203.With(scale);
    }

    /// <summary>The entries that could be read, in the order of the text.</summary>
    public IReadOnlyList<Forecast> Forecasts => [.. entries.Select(e => e.Forecast)];

    public IReadOnlyList<LedgerError> Errors => errors;

    /// <summary>The ordinary scale with what the ledger declares otherwise.</summary>
    public VerbalScale Scale { get; }

    /// <summary>True once something was added or changed.</summary>
    public bool Changed { get; private set; }

    public string Text => string.Join('\n', lines);

    /// <param name="text">The ledger's text; empty for one that is not there yet.</param>
    /// <param name="file">What errors call it.</param>
    public static ForecastLedger Parse(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text.Length == 0 ? Beginning() : text, file);
    }

    private static string Beginning()
    {
        var text = new StringBuilder(Preface.ReplaceLineEndings("\n"));
        foreach (var (words, low, high) in VerbalScale.Directive203.Terms.OrderBy(t => t.Low).ThenBy(t => t.Words, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"- {words}: {low * 100:0.##}–{high * 100:0.##} %\n");
        return text.ToString();
    }

    public Forecast? Find(string id) => entries.Find(e => e.Forecast.Id == id)?.Forecast;

    /// <summary>True also for an entry that is there and broken: it must not be written a second time.</summary>
    public bool Knows(string id) => ids.Contains(id);

    /// <summary>Puts a new entry at the end.</summary>
    /// <exception cref="ArgumentException">An entry of that id is there already.</exception>
    public void Add(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (!ids.Add(forecast.Id))
            throw new ArgumentException($"the ledger has an entry {forecast.Id} already", nameof(forecast));
        while (lines.Count > 0 && Line(lines.Count - 1).Length == 0)
            lines.RemoveAt(lines.Count - 1);
        if (lines.Count > 0 && !lines[^1].EndsWith(carriage, StringComparison.Ordinal))
            lines[^1] += carriage;
        Append("");
        var entry = new LedgerEntry { Forecast = forecast, First = lines.Count };
        Append($"## {forecast.Id} {Clean(forecast.Quote)}");
        Append("");
        Append($"> {Clean(forecast.Sentence)}");
        Append("");
        foreach (var key in LedgerFields.Keys)
            if (LedgerFields.Text(forecast, key) is { } value)
            {
                entry.Fields[key] = lines.Count;
                Append($"- {key}: {Clean(value)}");
            }
        entry.Fields[LedgerFields.History] = lines.Count;
        Append($"- {LedgerFields.History}:");
        foreach (var line in forecast.History)
            Append($"  - {Clean(line)}");
        entry.Last = lines.Count - 1;
        lines.Add("");
        entries.Add(entry);
        Changed = true;
    }

    /// <summary>Writes what changed of an entry, and one line of history.</summary>
    /// <exception cref="ArgumentException">There is no entry of that id.</exception>
    public void Update(Forecast forecast, string history)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var entry =
            entries.Find(e => e.Forecast.Id == forecast.Id) ?? throw new ArgumentException($"no entry {forecast.Id}", nameof(forecast));
        foreach (var key in LedgerFields.Keys)
        {
            var (before, after) = (LedgerFields.Text(entry.Forecast, key), LedgerFields.Text(forecast, key));
            if (before == after)
                continue;
            if (entry.Fields.TryGetValue(key, out var at))
                lines[at] = Replaced(lines[at], after);
            else if (after is not null)
            {
                // Before the history, which stays last.
                var place = entry.Fields.TryGetValue(LedgerFields.History, out var past) ? past : entry.Last + 1;
                Insert(place, $"- {key}: {Clean(after)}");
                entry.Fields[key] = place;
                entry.Last = Math.Max(entry.Last, place);
            }
        }
        if (!entry.Fields.ContainsKey(LedgerFields.History))
        {
            Insert(entry.Last + 1, $"- {LedgerFields.History}:");
            entry.Fields[LedgerFields.History] = ++entry.Last;
        }
        Insert(entry.Last + 1, $"  - {Clean(history)}");
        entry.Last++;
        entry.Forecast = forecast with { History = [.. entry.Forecast.History, history] };
        Changed = true;
    }

    /// <summary>The field's line with another value; without one, the field is emptied.</summary>
    private static string Replaced(string line, string? value)
    {
        var key = line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)];
        var end = line.EndsWith('\r') ? "\r" : "";
        return value is null ? key + end : $"{key} {Clean(value)}{end}";
    }

    private string Line(int i) => lines[i].TrimEnd('\r');

    private void Append(string line) => lines.Add(line + carriage);

    private void Insert(int at, string line)
    {
        // A last line that nothing ended is ended now.
        if (at == lines.Count && !lines[at - 1].EndsWith(carriage, StringComparison.Ordinal))
            lines[at - 1] += carriage;
        lines.Insert(at, line + carriage);
        foreach (var entry in entries)
        {
            if (entry.Last >= at)
                entry.Last++;
            foreach (var key in entry.Fields.Keys.ToArray())
                if (entry.Fields[key] >= at)
                    entry.Fields[key]++;
        }
    }

    private void Read()
    {
        var fenced = false;
        for (var i = 0; i < lines.Count; i++)
        {
            fenced ^= lines[i].StartsWith("```", StringComparison.Ordinal);
            if (fenced || !lines[i].StartsWith("## ", StringComparison.Ordinal))
                continue;
            var heading = Line(i)[3..].Trim();
            if (heading.Equals("Scale", StringComparison.OrdinalIgnoreCase))
                ReadScale(i + 1);
            else if (IdOf(heading) is { } id)
                ReadEntry(i, id, heading[id.Length..].Trim());
        }
    }

    private static string? IdOf(string heading)
    {
        if (!heading.StartsWith("f-", StringComparison.Ordinal))
            return null;
        var end = 2;
        while (end < heading.Length && (char.IsAsciiLetterOrDigit(heading[end]) || heading[end] == '-'))
            end++;
        return end > 2 && (end == heading.Length || heading[end] == ' ') ? heading[..end] : null;
    }

    private void ReadEntry(int first, string id, string title)
    {
        if (!ids.Add(id))
        {
            Fail(first, $"a second entry {id}", "each id once", "give one of them another id");
            return;
        }
        var before = errors.Count;
        var forecast = new Forecast
        {
            Id = id,
            Quote = title,
            Sentence = "",
            Speaker = "unattributed",
            Status = ForecastStatus.Open,
        };
        var entry = new LedgerEntry { Forecast = forecast, First = first };
        entry.Last = first;
        var (sentence, history, inHistory) = (new List<string>(), new List<string>(), false);
        for (var i = first + 1; i < lines.Count && !IsHeading(lines[i]); i++)
        {
            var line = Line(i);
            if (line.StartsWith('>'))
                sentence.Add(line[1..].Trim());
            else if (inHistory && line.StartsWith(' ') && line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
            {
                history.Add(line.TrimStart()[2..].Trim());
                entry.Last = i;
            }
            else if (Field(line) is var (key, value))
            {
                inHistory = key == LedgerFields.History;
                entry.Last = i;
                if (!entry.Fields.TryAdd(key, i))
                {
                    if (Array.IndexOf(LedgerFields.Keys, key) >= 0)
                        Fail(i, $"'{key}' a second time", $"'{key}' once", null);
                    continue;
                }
                // An emptied field is one that is not given.
                if (inHistory || value.Length == 0)
                    continue;
                (forecast, var problem) = LedgerFields.Read(forecast, key, value);
                if (problem is var (found, expected))
                    Fail(i, found, expected, null);
            }
        }
        forecast = forecast with { Sentence = string.Join(' ', sentence), History = history };
        if (forecast.Status is ForecastStatus.Open && forecast.Criterion is not null && forecast.Deadline is null)
            Fail(first, $"{id} with a criterion and no deadline", "'- deadline: 2030-12-31' or another day", null);
        if (!entry.Fields.ContainsKey("status"))
            Fail(first, $"{id} without a status", $"'- status: ' and one of {string.Join(", ", LedgerFields.StatusWords)}", null);
        if (errors.Count > before)
            return;
        entry.Forecast = forecast;
        entries.Add(entry);
    }

    private static bool IsHeading(string line) =>
        line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal);

    private static (string Key, string Value)? Field(string line)
    {
        if (!line.StartsWith("- ", StringComparison.Ordinal) && !line.StartsWith("* ", StringComparison.Ordinal))
            return null;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 2 ? (line[2..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim()) : null;
    }

    private void ReadScale(int from)
    {
        for (var i = from; i < lines.Count && !IsHeading(lines[i]); i++)
        {
            if (Field(Line(i)) is not var (words, range))
                continue;
            var ends = range.TrimEnd('%', ' ').Split('–', '-');
            if (
                ends.Length == 2
                && double.TryParse(
                    ends[0],
                    NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                    CultureInfo.InvariantCulture,
                    out var low
                )
                && double.TryParse(
                    ends[1],
                    NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                    CultureInfo.InvariantCulture,
                    out var high
                )
                && low <= high
                && high <= 100
            )
                scale.Add((words, low / 100, high / 100));
            else
                Fail(i, $"'{range}'", "a range such as 55–80 %", null);
        }
    }

    private void Fail(int line, string found, string expected, string? hint) =>
        errors.Add(
            new()
            {
                File = file,
                Line = line + 1,
                Found = found,
                Expected = expected,
                Hint = hint,
            }
        );

    /// <summary>One line whatever is in it: a text may hold line ends and escape sequences, and a ledger is read by lines.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            clean.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        return clean.ToString().Trim();
    }
}
