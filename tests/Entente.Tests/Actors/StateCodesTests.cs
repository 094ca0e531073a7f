using Entente.Actors.Identity;
using Entente.Application.Stores;
using Entente.Sources.Scenarios;
using Entente.Tests.Sources;

namespace Entente.Tests.Actors;

/// <summary>Who is meant by a code, in its year. Sources: ISO 3166, UN M49, COW state system 2016, Gleditsch and Ward's list, IMF.</summary>
public sealed class StateCodesTests
{
    private static StateCodes States => ImportBench.States;

    [Theory]
    [InlineData(CodeSystem.Cow, "255", 1914, "DEU")]
    [InlineData(CodeSystem.Cow, "260", 1970, "DEU")]
    [InlineData(CodeSystem.Cow, "255", 1970, null)]
    [InlineData(CodeSystem.Cow, "255", 2000, "DEU")]
    [InlineData(CodeSystem.Cow, "260", 2000, null)]
    [InlineData(CodeSystem.GleditschWard, "260", 2000, "DEU")]
    [InlineData(CodeSystem.Cow, "265", 1970, "DDR")]
    [InlineData(CodeSystem.Cow, "365", 1950, "RUS")]
    [InlineData(CodeSystem.Cow, "365", 2010, "RUS")]
    [InlineData(CodeSystem.M49, "810", 1980, "RUS")]
    [InlineData(CodeSystem.M49, "643", 2010, "RUS")]
    [InlineData(CodeSystem.Cow, "345", 1980, "YUG")]
    [InlineData(CodeSystem.Cow, "345", 1999, "SCG")]
    [InlineData(CodeSystem.Cow, "345", 2010, "SRB")]
    [InlineData(CodeSystem.GleditschWard, "340", 2010, "SRB")]
    [InlineData(CodeSystem.Cow, "710", 1950, "CHN")]
    [InlineData(CodeSystem.Cow, "713", 1950, "TWN")]
    [InlineData(CodeSystem.M49, "490", 2020, "TWN")]
    [InlineData(CodeSystem.Name, "Taiwan, Province of China", null, "TWN")]
    [InlineData(CodeSystem.Cow, "625", 1990, "SDN")]
    [InlineData(CodeSystem.M49, "736", 2000, "SDN")]
    [InlineData(CodeSystem.M49, "729", 2015, "SDN")]
    [InlineData(CodeSystem.Cow, "626", 2015, "SSD")]
    [InlineData(CodeSystem.Cow, "816", 1965, "VNM")]
    [InlineData(CodeSystem.Cow, "817", 1965, "RVN")]
    [InlineData(CodeSystem.Cow, "817", 1985, null)]
    [InlineData(CodeSystem.Cow, "678", 1980, "YAR")]
    [InlineData(CodeSystem.Cow, "680", 1980, "YMD")]
    [InlineData(CodeSystem.Cow, "679", 2000, "YEM")]
    [InlineData(CodeSystem.M49, "344", 2020, "HKG")]
    [InlineData(CodeSystem.Iso3, "XKX", 2020, "XKX")]
    [InlineData(CodeSystem.Iso3, "KOS", 2020, "XKX")]
    [InlineData(CodeSystem.Iso2, "NA", 2020, "NAM")]
    [InlineData(CodeSystem.M49, "004", 2020, "AFG")]
    [InlineData(CodeSystem.M49, "842", 2020, "USA")]
    [InlineData(CodeSystem.Iso3, "W00", 2020, "WLD")]
    [InlineData(CodeSystem.Iso3, "G001", 2020, "WLD")]
    [InlineData(CodeSystem.Name, "Cote d'Ivoire", null, "CIV")]
    [InlineData(CodeSystem.Name, "St. Lucia", null, "LCA")]
    [InlineData(CodeSystem.Name, "Korea, Rep.", null, "KOR")]
    [InlineData(CodeSystem.Name, "TURKIYE", null, "TUR")]
    // The file has these with accents, or without, and whoever writes a data file has it the other way.
    [InlineData(CodeSystem.Name, "Turkiye, Republic of", null, "TUR")]
    [InlineData(CodeSystem.Name, "Tu\u0308rkiye", null, "TUR")]
    [InlineData(CodeSystem.Name, "SÃO TOMÉ AND PRÍNCIPE", null, "STP")]
    [InlineData(CodeSystem.Name, "Việt Nam", null, "VNM")]
    public void A_code_means_who_it_meant_in_its_year(CodeSystem system, string code, int? year, string? party) =>
        States.Find(system, code, year)?.Code.ShouldBe(party);

    [Fact]
    public void A_code_of_several_parties_means_none_without_a_year() => States.Find(CodeSystem.Cow, "345").ShouldBeNull();

    [Theory]
    [InlineData(CodeSystem.Name, "Kirgizstan", "Kyrgyzstan")]
    [InlineData(CodeSystem.Name, "Untied States", "United States")]
    [InlineData(CodeSystem.Cow, "265", "German Democratic Republic (265, 1949 to 1990)")]
    public void What_is_not_known_has_its_nearest(CodeSystem system, string found, string nearest) =>
        States.Nearest(system, found).ShouldContain(n => n.Contains(nearest, StringComparison.Ordinal));

    [Theory]
    [InlineData("DEU", CodeSystem.Cow, 1970, "260")]
    [InlineData("DEU", CodeSystem.Cow, 2000, "255")]
    [InlineData("SRB", CodeSystem.Cow, 2010, "345")]
    [InlineData("RUS", CodeSystem.M49, 2010, "643")]
    public void A_party_is_written_as_it_was_in_the_year(string party, CodeSystem system, int year, string code) =>
        States.Write(States.ByCode(party)!, system, year).ShouldBe(code);

    /// <summary>Every code and year of a party leads back to it.</summary>
    [Fact]
    public void Writing_and_reading_agree()
    {
        foreach (var party in States.All)
        foreach (var system in Enum.GetValues<CodeSystem>())
        foreach (var year in new[] { 1850, 1914, 1938, 1960, 1991, 2000, 2020 })
            if (States.Write(party, system, year) is { } code)
                States.Find(system, code, year)?.Code.ShouldBe(party.Code, $"{system} {code} in {year}");
    }

    /// <summary>The claims, the data files and the shipped base of scenarios each have a list: what is printed of a party does not depend on which was asked.</summary>
    [Fact]
    public void A_party_has_one_name_whoever_prints_it()
    {
        // In a sentence it is the world.
        foreach (var actor in ShippedCatalogue.Actors.All.Where(a => a.Code != "WLD"))
            States.ByCode(actor.Code)?.Name.ShouldBe(actor.Name, $"catalogue/states.csv: {actor.Code}");
        var regions = RegionalBase.Read(Path.Combine(Clone.Root, "samples", "scenarios", "base-2021.yml")).Regions;
        foreach (var region in regions.Where(r => States.ByCode(r.Code) is not null))
            // The union of another year had other members, and the base says which it is.
            (region.Code == "EU" ? region.Name.Replace(" (27)", "", StringComparison.Ordinal) : region.Name).ShouldBe(
                States.ByCode(region.Code)!.Name,
                $"samples/scenarios/base-2021.yml: {region.Code}"
            );
        regions.Count(r => States.ByCode(r.Code) is not null).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Two_parties_with_one_code_in_one_year_are_refused() =>
        Should.Throw<ArgumentException>(() =>
            new StateCodes(
                [Party(1, "AAA"), Party(2, "BBB")],
                [new("AAA", CodeSystem.Cow, "7", 1900, 1950), new("BBB", CodeSystem.Cow, "7", 1950, null)]
            )
        );

    private static StateIdentity Party(int id, string code) =>
        new()
        {
            Id = id,
            Code = code,
            Name = code,
            Kind = IdentityKind.State,
        };
}
