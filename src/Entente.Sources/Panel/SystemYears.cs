using Entente.Sources.Datasets.CowStates;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Sources.Panel;

/// <summary>
/// Who was a member of the system of states in which of the years asked for. States are counted from 0 in the order of their Correlates of
/// War numbers; a year counts where a state was a member on any of its days.
/// </summary>
internal sealed class SystemYears
{
    private readonly bool[] member;
    private readonly Dictionary<int, int> byNumber = [];
    private readonly Dictionary<int, int> byParty = [];

    /// <summary>Two for each party and year: in 1990 Germany is a member under two numbers, 260 and 255.</summary>
    private readonly short[] members;

    private readonly record struct Spell(int Party, int Number, int From, int To);

    /// <param name="store">Holds the list.</param>
    /// <param name="import">The import of the list.</param>
    /// <param name="from">The first year; null for the first of the list.</param>
    /// <param name="to">The last year; null for the last of the list.</param>
    /// <param name="cancellation">Honoured while the list is read.</param>
    public SystemYears(IRecordStore store, StoredImport import, int? from, int? to, CancellationToken cancellation)
    {
        var spells = new List<Spell>();
        store.Read(
            new StoreQuery(
                $"select state, number, first_day, last_day from {CowStatesDataset.StateSystem.Name} where import_id = @1 order by number, first_day",
                import.Id
            ),
            r =>
                spells.Add(
                    new((int)r.Integer(0), (int)r.Integer(1), PeriodCode.Year((int)r.Integer(2)), PeriodCode.Year((int)r.Integer(3)))
                ),
            cancellation
        );
        From = Math.Max(from ?? int.MinValue, spells.Count == 0 ? 0 : spells.Min(s => s.From));
        To = Math.Min(to ?? int.MaxValue, spells.Count == 0 ? -1 : spells.Max(s => s.To));
        Years = Math.Max(0, To - From + 1);
        Numbers = [.. spells.Where(s => s.From <= To && s.To >= From).Select(s => s.Number).Distinct().Order()];
        for (var i = 0; i < Numbers.Count; i++)
            byNumber[Numbers[i]] = i;
        foreach (var spell in spells)
            byParty.TryAdd(spell.Party, byParty.Count);
        member = new bool[Numbers.Count * Years];
        members = new short[byParty.Count * Years * 2];
        Array.Fill(members, (short)-1);
        foreach (var spell in spells)
            for (var year = Math.Max(From, spell.From); year <= Math.Min(To, spell.To); year++)
                Add(spell, year - From);
    }

    public int From { get; }

    public int To { get; }

    /// <summary>How many years, from <see cref="From"/> to <see cref="To"/>.</summary>
    public int Years { get; }

    /// <summary>The Correlates of War numbers of the states, in their order.</summary>
    public IReadOnlyList<int> Numbers { get; }

    public int Count => Numbers.Count;

    /// <param name="state">From 0, by number.</param>
    /// <param name="year">From 0.</param>
    public bool IsMember(int state, int year) => member[(state * Years) + year];

    /// <summary>The state of a number; -1 where it was no member in these years.</summary>
    public int OfNumber(int number) => byNumber.GetValueOrDefault(number, -1);

    /// <summary>The state that a party is in a year, -1 where it is no member.</summary>
    /// <param name="party">The store's number of the party.</param>
    /// <param name="year">From 0.</param>
    /// <param name="second">The other number under which it was a member in the same year; -1 but for Germany in 1990.</param>
    public int OfParty(int party, int year, out int second)
    {
        if (!byParty.TryGetValue(party, out var at))
        {
            second = -1;
            return -1;
        }
        at = ((at * Years) + year) * 2;
        second = members[at + 1];
        return members[at];
    }

    private void Add(Spell spell, int year)
    {
        var state = byNumber[spell.Number];
        member[(state * Years) + year] = true;
        var at = ((byParty[spell.Party] * Years) + year) * 2;
        if (members[at] < 0 || members[at] == state)
            members[at] = (short)state;
        else
            members[at + 1] = (short)state;
    }
}
