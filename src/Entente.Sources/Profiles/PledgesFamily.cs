using Entente.Profiles;
using Entente.Sources.Datasets;
using Entente.Sources.Store;

namespace Entente.Sources.Profiles;

/// <summary>What each has promised the other by formal alliance, as ATOP and the Correlates of War code it, in spells of years.</summary>
public sealed class PledgesFamily(StoreRecord? record) : IProfileFamily
{
    private static readonly (string Dataset, string Name)[] Coders = [("atop", "ATOP"), ("cow-alliances", "COW")];

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var entries = new List<ProfileEntry>();
        var notes = new List<string>();
        var missing = new List<ProfileGap>();
        foreach (var (dataset, name) in Coders)
        {
            cancellation.ThrowIfCancellationRequested();
            if (record?.Imported(dataset) is not { } rows)
            {
                missing.Add(new($"alliance obligations by {name}", "not imported", $"entente record import {dataset} FILE"));
                continue;
            }
            var cite = StoreCite.Of(rows);
            var last = LastYear(rows);
            var found = false;
            foreach (var party in Parties(request.First, request, rows))
            foreach (var other in Parties(request.Second, request, rows))
            {
                var (out1, out2) = (Spells(rows, party.Number, other.Number), Spells(rows, other.Number, party.Number));
                foreach (var spell in out1.Union(out2).Where(s => s.To >= request.From))
                {
                    found = true;
                    var (there, back) = (out1.Contains(spell), out2.Contains(spell));
                    entries.Add(
                        new()
                        {
                            Date =
                                spell.To == last ? $"{spell.From}–"
                                : spell.From == spell.To ? $"{spell.From}"
                                : $"{spell.From}–{spell.To}",
                            Text =
                                $"{(there && back ? "each to the other" : there ? $"{party.Name} to {other.Name}" : $"{other.Name} to {party.Name}")}: {spell.Pledges} ({name})",
                            Cite = cite,
                        }
                    );
                }
            }
            notes.Add(
                found ? $"{name} is coded to {last}." : $"{name}, coded to {last}, has no obligation between the two since {request.From}."
            );
        }
        return new()
        {
            Id = "pledges",
            Title = "Alliance obligations",
            Entries = [.. entries.OrderBy(e => e.Date, StringComparer.Ordinal).ThenBy(e => e.Text, StringComparer.Ordinal)],
            Notes = notes,
            Missing = missing,
        };
    }

    /// <summary>Obligations that hold in the last year coded, by pledge.</summary>
    public static IReadOnlyList<(string Pledge, ProfileEntry Entry)> Held(StoreRecord? record, ProfileRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var held = new List<(string, ProfileEntry)>();
        foreach (var entry in new PledgesFamily(record).Build(request, default)!.Entries)
            if (entry.Date.EndsWith('–'))
                foreach (var pledge in AlliancePledges.Pledges)
                    if (entry.Text.Contains(pledge, StringComparison.Ordinal))
                        held.Add((pledge, entry));
        return held;
    }

    /// <summary>The party and those it continues, as the dataset numbers them.</summary>
    private static IEnumerable<(int Number, string Name)> Parties(ProfileParty party, ProfileRequest request, ImportedRows rows)
    {
        // A state and the one it continues may be one party of the store.
        var seen = new HashSet<int>();
        foreach (var code in new[] { party.Code }.Concat(request.Before(party.Code)))
            if (rows.PartyOf(code) is { } number && seen.Add(number))
                yield return (number, request.Name(code));
    }

    private static int LastYear(ImportedRows rows)
    {
        var last = 0;
        rows.Read(
            $"select max(year) from {AlliancePledges.Table.Name} where {rows.Own}",
            [],
            r => last = r.IsNull(0) ? 0 : (int)r.Integer(0)
        );
        return last;
    }

    /// <summary>Runs of years with the same promises.</summary>
    private static List<(int From, int To, string Pledges)> Spells(ImportedRows rows, int state1, int state2)
    {
        var byYear = new SortedDictionary<int, SortedSet<int>>();
        rows.Read(
            $"select year, {string.Join(", ", AlliancePledges.Pledges)} from {AlliancePledges.Table.Name} where {rows.Own} and state1 = @1 and state2 = @2 order by year",
            [state1, state2],
            r =>
            {
                var year = (int)r.Integer(0);
                var held = byYear.TryGetValue(year, out var set) ? set : byYear[year] = [];
                for (var i = 0; i < AlliancePledges.Pledges.Count; i++)
                    if (!r.IsNull(i + 1) && r.Integer(i + 1) != 0)
                        held.Add(i);
            }
        );
        var spells = new List<(int From, int To, string Pledges)>();
        foreach (var (year, held) in byYear)
        {
            if (held.Count == 0)
                continue;
            var text = string.Join(", ", held.Select(i => AlliancePledges.Pledges[i]));
            if (spells.Count > 0 && spells[^1].To == year - 1 && spells[^1].Pledges == text)
                spells[^1] = spells[^1] with { To = year };
            else
                spells.Add((year, year, text));
        }
        return spells;
    }
}
