using System.Globalization;
using System.Text;

namespace Entente.Actors.Identity;

/// <summary>
/// Who is meant by a code of a data file, in the year of the row. Immutable; any number of threads may ask. What is not known stays
/// unknown: <see cref="Nearest"/> offers candidates for an error message and is never used to place a row.
/// </summary>
public sealed class StateCodes
{
    private readonly Dictionary<int, StateIdentity> byId = [];
    private readonly Dictionary<string, StateIdentity> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Meaning>>[] meanings;
    private readonly Dictionary<(string Party, CodeSystem System), List<StateCode>> written = [];

    private readonly record struct Meaning(StateIdentity Party, int From, int To);

    /// <exception cref="ArgumentException">Two parties with one number or code, a way of writing a party that is not listed, or one that means two parties in the same year.</exception>
    public StateCodes(IEnumerable<StateIdentity> parties, IEnumerable<StateCode> codes)
    {
        ArgumentNullException.ThrowIfNull(parties);
        ArgumentNullException.ThrowIfNull(codes);
        var systems = Enum.GetValues<CodeSystem>();
        meanings = new Dictionary<string, List<Meaning>>[systems.Length];
        foreach (var system in systems)
            meanings[(int)system] = new(StringComparer.Ordinal);
        foreach (var party in parties)
            if (!byId.TryAdd(party.Id, party) || !byCode.TryAdd(party.Code, party))
                throw new ArgumentException($"{party.Code} ({party.Id}): a second party of that number or code");
        foreach (var code in codes)
            Add(code);
        All = [.. byId.Values.OrderBy(p => p.Id)];
    }

    /// <summary>Every party, by number.</summary>
    public IReadOnlyList<StateIdentity> All { get; }

    public StateIdentity? ById(int id) => byId.GetValueOrDefault(id);

    /// <summary>The party of a code of the claim language (`RUS`, `EU`).</summary>
    public StateIdentity? ByCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>
    /// The party that a code means in a year; null where it means none. Without a year, a code that has meant one party only.
    /// </summary>
    public StateIdentity? Find(CodeSystem system, string value, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!meanings[(int)system].TryGetValue(Key(system, value), out var list))
            return null;
        if (year is { } y)
        {
            foreach (var meaning in list)
                if (meaning.From <= y && y <= meaning.To)
                    return meaning.Party;
            return null;
        }
        var only = list[0].Party;
        foreach (var meaning in list)
            if (!ReferenceEquals(meaning.Party, only))
                return null;
        return only;
    }

    /// <summary>The first way of writing a party in a code system in a year; null where it has none.</summary>
    public string? Write(StateIdentity party, CodeSystem system, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(party);
        if (!written.TryGetValue((party.Code, system), out var list))
            return null;
        foreach (var code in list)
            if (year is not { } y || ((code.From ?? int.MinValue) <= y && y <= (code.To ?? int.MaxValue)))
                return code.Value;
        return null;
    }

    /// <summary>
    /// What a code that is not known was most likely meant to be, for an error message: the same code in other years first, then what is
    /// written most alike. At most <paramref name="count"/> lines such as `Serbia (345 from 2006)`.
    /// </summary>
    public IReadOnlyList<string> Nearest(CodeSystem system, string value, int count = 3)
    {
        ArgumentNullException.ThrowIfNull(value);
        var key = Key(system, value);
        if (meanings[(int)system].TryGetValue(key, out var other))
            return [.. other.Take(count).Select(m => $"{m.Party.Name} ({value}{Years(m)})")];
        var limit = system is CodeSystem.Name ? Math.Max(2, key.Length / 3) : 1;
        return
        [
            .. meanings[(int)system]
                .Select(e => (e.Key, Party: e.Value[^1].Party, Distance: Spelling.Distance(key, e.Key, limit)))
                .Where(e => e.Distance <= limit)
                .OrderBy(e => e.Distance)
                .ThenBy(e => e.Key, StringComparer.Ordinal)
                .DistinctBy(e => e.Party.Code)
                .Take(count)
                .Select(e => system is CodeSystem.Name ? e.Party.Name : $"{e.Key} ({e.Party.Name})"),
        ];
    }

    private void Add(StateCode code)
    {
        if (!byCode.TryGetValue(code.Party, out var party))
            throw new ArgumentException($"{code.Party}: no such party (for {code.System} '{code.Value}')");
        var key = Key(code.System, code.Value);
        var list = meanings[(int)code.System].TryGetValue(key, out var known) ? known : meanings[(int)code.System][key] = [];
        var meaning = new Meaning(party, code.From ?? int.MinValue, code.To ?? int.MaxValue);
        foreach (var other in list)
            if (other.Party.Code != party.Code && other.From <= meaning.To && meaning.From <= other.To)
                throw new ArgumentException($"{code.System} '{code.Value}' means {other.Party.Code} and {party.Code} in the same year");
        list.Add(meaning);
        if (!written.TryGetValue((party.Code, code.System), out var ways))
            written[(party.Code, code.System)] = ways = [];
        ways.Add(code);
    }

    private static string Years(Meaning meaning) =>
        (meaning.From, meaning.To) switch
        {
            (int.MinValue, int.MaxValue) => "",
            (int.MinValue, var to) => string.Create(CultureInfo.InvariantCulture, $" to {to}"),
            (var from, int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $" from {from}"),
            var (from, to) => string.Create(CultureInfo.InvariantCulture, $", {from} to {to}"),
        };

    private static string Key(CodeSystem system, string value) =>
        system switch
        {
            CodeSystem.Name => Spelling.Plain(value),
            // 004 and 4 are one number.
            CodeSystem.M49 or CodeSystem.Cow or CodeSystem.GleditschWard => value.AsSpan().Trim().TrimStart('0') is { Length: > 0 } digits
                ? digits.ToString()
                : "0",
            _ => value.Trim().ToUpperInvariant(),
        };
}

/// <summary>How names are compared, and how far one is from another.</summary>
internal static class Spelling
{
    /// <summary>Small letters and digits only, accents dropped, "the" and "and" left out, `St.` as `saint`.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var written in text)
        {
            if (PlainLetters.Of(written) is not { } c)
                continue;
            if (char.IsLetterOrDigit(c))
                plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(c is '\'' or '’' or '.' && !(plain.Length >= 2 && plain[^1] == 't' && plain[^2] == 's') ? "" : ' ');
        }
        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(w => w is not ("the" or "and" or "of")).Select(w => w == "st" ? "saint" : w));
    }

    /// <summary>The least number of letters put in, left out, changed or swapped with a neighbour; more than <paramref name="limit"/> is not counted out.</summary>
    public static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > 64 || b.Length > 64)
            return int.MaxValue;
        Span<int> before = stackalloc int[66];
        Span<int> last = stackalloc int[66];
        Span<int> row = stackalloc int[66];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.Length];
    }
}
