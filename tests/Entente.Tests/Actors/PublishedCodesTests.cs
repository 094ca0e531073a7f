using System.Globalization;
using Entente.Actors;
using Entente.Application.Stores;
using Entente.Record;

namespace Entente.Tests.Actors;

/// <summary>The catalogue's codes against the published code lists of ISO 3166 and the Correlates of War.</summary>
public sealed class PublishedCodesTests
{
    private static IEnumerable<Actor> LivingStates =>
        ShippedCatalogue.Actors.All.Where(a => a.Kind == ActorKind.State && a.Status != ActorStatus.Historical);

    // User-assigned: ISO 3166 reserves XK/XKX for no one, data publishers use it for Kosovo.
    private static readonly string[] OutsideIso = ["XKX"];

    [SkippableFact]
    public void Iso_codes_are_those_of_the_published_list()
    {
        var published = Rows("codelist_without_cldr.csv", "iso3c", "iso2c")
            .Where(r => r[0].Length == 3)
            .ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        foreach (var state in LivingStates.Where(s => !OutsideIso.Contains(s.Code)))
        {
            published.ShouldContainKey(state.Code);
            state.Iso2.ShouldBe(published[state.Code], state.Code);
        }
    }

    [SkippableFact]
    public void Every_member_of_the_United_Nations_is_there()
    {
        var members = Rows("codelist_without_cldr.csv", "iso3c", "un.name.en")
            .Where(r => r[0].Length == 3 && r[1].Length > 0)
            .Select(r => r[0]);
        members.Where(code => !ShippedCatalogue.Actors.ByCode.ContainsKey(code)).ShouldBeEmpty();
    }

    [SkippableFact]
    public void Cow_numbers_are_those_of_the_published_list()
    {
        var published = Rows("COW-country-codes.csv", "CCode", "StateNme").Select(r => r[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var state in ShippedCatalogue.Actors.All.Where(a => a.Cow is not null))
            published.ShouldContain(state.Cow!.Value.ToString(CultureInfo.InvariantCulture), state.Code);
        // The code list gives Serbia none; the Correlates of War continue Yugoslavia's 345.
        var byIso = Rows("codelist_without_cldr.csv", "iso3c", "cown").Where(r => r[0].Length == 3 && r[1].Length > 0);
        foreach (var row in byIso)
            if (ShippedCatalogue.Actors.ByCode.TryGetValue(row[0], out var state))
                state.Cow.ShouldBe(int.Parse(row[1], CultureInfo.InvariantCulture), row[0]);
    }

    private static List<string[]> Rows(string file, params string[] columns)
    {
        var path = Clone.Shared("data", "codes", file);
        Skip.IfNot(File.Exists(path), $"needs the code list {file} in ../shared/data/codes, which is not beside this clone");
        var csv = new CsvRows(File.ReadAllText(path), new StringPool());
        var fields = new List<CsvField>();
        csv.Next(fields).ShouldBeTrue();
        var header = fields.ConvertAll(f => f.Text);
        var at = columns.Select(c => header.IndexOf(c)).ToArray();
        at.ShouldAllBe(i => i >= 0);
        var rows = new List<string[]>();
        while (csv.Next(fields))
            if (fields.Count > at.Max())
                rows.Add([.. at.Select(i => fields[i].Text)]);
        csv.Fault.ShouldBeNull();
        return rows;
    }
}
