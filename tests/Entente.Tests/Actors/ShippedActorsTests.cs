using Entente.Actors;
using Entente.Application.Stores;
using NodaTime;

namespace Entente.Tests.Actors;

/// <summary>What the actors that ship must satisfy, whoever edits them.</summary>
public sealed class ShippedActorsTests
{
    private static readonly ActorCatalogue Catalogue = ShippedCatalogue.Actors;

    // States that the Correlates of War list does not have as members of the state system.
    private static readonly string[] OutsideCow = ["HKG", "MAC", "PSE"];

    [Fact]
    public void It_has_no_errors() => Catalogue.Errors.Select(e => e.ToString()).ShouldBeEmpty();

    [Fact]
    public void Every_state_has_its_codes_its_adjective_and_its_capital()
    {
        var states = Catalogue.All.Where(a => a.Kind == ActorKind.State).ToList();
        states.Count.ShouldBeGreaterThanOrEqualTo(200);
        states.Where(s => s.Iso2 is not { Length: 2 }).Select(s => s.Code).ShouldBeEmpty();
        states.Where(s => s.Adjective is null).Select(s => s.Code).ShouldBeEmpty();
        states.Where(s => s.Capital is null).Select(s => s.Code).ShouldBeEmpty();
        states.Where(s => s.Cow is null && !OutsideCow.Contains(s.Code)).Select(s => s.Code).ShouldBeEmpty();
        states.Where(s => s.Regions.Count == 0).Select(s => s.Code).ShouldBeEmpty();
    }

    [Fact]
    public void Codes_are_unique()
    {
        var states = Catalogue.All.Where(a => a.Kind == ActorKind.State).ToList();
        Catalogue.All.Select(a => a.Code).ShouldBeUnique();
        states.Select(s => s.Iso2).ShouldBeUnique();
        // Serbia and Russia continue the numbers of Yugoslavia and the Soviet Union.
        var ordinary = states.Where(s => s.Status != ActorStatus.Historical).ToList();
        ordinary.Where(s => s.Cow is not null).Select(s => s.Cow).ShouldBeUnique();
        ordinary.Where(s => s.Gw is not null).Select(s => s.Gw).ShouldBeUnique();
    }

    [Fact]
    public void Terms_of_one_office_do_not_overlap_where_both_ends_are_known()
    {
        var terms =
            from actor in Catalogue.All
            from term in actor.Offices
            where term.From is not null && term.To is not null
            group (actor, term) by (term.Office, term.Of);
        var overlaps =
            from office in terms
            where
                office.Key.Office
                    is not (
                        "deputy_prime_minister"
                        or "deputy_foreign_minister"
                        or "politburo_standing_committee"
                        or "foreign_ministry_spokesperson"
                    )
            let ordered = office.OrderBy(t => t.term.From).ToList()
            from i in Enumerable.Range(1, Math.Max(0, ordered.Count - 1))
            where ordered[i].term.From < ordered[i - 1].term.To
            select $"{ordered[i - 1].actor.Code} and {ordered[i].actor.Code} as {office.Key}";
        overlaps.ShouldBeEmpty();
    }

    [Fact]
    public void Every_named_leader_office_had_a_holder_since_2001()
    {
        // Only the states that the catalogue promises to cover in depth.
        string[] covered =
        [
            "USA",
            "CHN",
            "RUS",
            "GBR",
            "FRA",
            "DEU",
            "JPN",
            "IND",
            "EU",
            "NATO",
            "UN",
            "TUR",
            "IRN",
            "ISR",
            "SAU",
            "KOR",
            "PRK",
            "BLR",
            "KAZ",
            "BRA",
            "ZAF",
            "AUS",
            "CAN",
            "MEX",
            "SYR",
            "UKR",
            "VEN",
            "EGY",
            "IDN",
        ];
        var gaps =
            from code in covered
            from year in Enumerable.Range(2001, 24)
            where Catalogue.LeaderOf(code, new LocalDate(year, 7, 1)) is null
            where !KnownGap(code, year)
            select $"{code} {year}";
        gaps.ShouldBeEmpty();
    }

    // Before offices began, interregna, and leaders the catalogue does not name.
    private static bool KnownGap(string code, int year) =>
        (code, year) is ("TUR", < 2001) or ("EGY", 2011) or ("EGY", 2013) or ("IDN", 2001);

    [Theory]
    [InlineData("RUS", 2010, "Dmitry Medvedev")]
    [InlineData("RUS", 2022, "Vladimir Putin")]
    [InlineData("CHN", 2012, "Hu Jintao")]
    [InlineData("CHN", 2023, "Xi Jinping")]
    [InlineData("USA", 2020, "Donald Trump")]
    [InlineData("USA", 2022, "Joe Biden")]
    [InlineData("DEU", 2014, "Angela Merkel")]
    [InlineData("GBR", 2009, "Gordon Brown")]
    [InlineData("JPN", 2016, "Shinzo Abe")]
    [InlineData("IND", 2013, "Manmohan Singh")]
    [InlineData("EU", 2018, "Jean-Claude Juncker")]
    [InlineData("NATO", 2014, "Anders Fogh Rasmussen")]
    [InlineData("BRA", 2005, "Luiz Inácio Lula da Silva")]
    public void Leaders_resolve_by_date(string code, int year, string name) =>
        Catalogue.LeaderOf(code, new LocalDate(year, 7, 1)).ShouldNotBeNull().Code.ShouldBe(name);

    [Theory]
    [InlineData("the Russian president", "2011-05-01", "Dmitry Medvedev")]
    [InlineData("Russia's foreign minister", "2022-05-01", "Sergey Lavrov")]
    [InlineData("U.S. Secretary of State", "2003-05-01", "Colin Powell")]
    [InlineData("the US secretary of state", "2022-05-01", "Antony Blinken")]
    [InlineData("the German chancellor", "2022-02-07", "Olaf Scholz")]
    [InlineData("president of the European Commission", "2022-02-07", "Ursula von der Leyen")]
    [InlineData("the president of France", "2008-02-07", "Nicolas Sarkozy")]
    [InlineData("Chinese premier", "2014-10-13", "Li Keqiang")]
    [InlineData("UN secretary-general", "2006-10-13", "Kofi Annan")]
    [InlineData("Chancellor of the Exchequer", "2015-10-21", "George Osborne")]
    [InlineData("British foreign secretary", "2015-10-21", "Philip Hammond")]
    [InlineData("the Turkish president", "2016-08-09", "Recep Tayyip Erdogan")]
    [InlineData("the Ukrainian foreign minister", "2022-03-10", "Dmytro Kuleba")]
    public void Titles_resolve_by_date(string phrase, string day, string name) =>
        Catalogue.Office(phrase, NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value).ShouldNotBeNull().Code.ShouldBe(name);

    [Theory]
    [InlineData("the Russian table", "2022-01-01")]
    [InlineData("chancellor of Peru", "2022-01-01")]
    [InlineData("president", "2022-01-01")]
    [InlineData("Chinese vice premier", "1950-01-01")]
    [InlineData("", "2022-01-01")]
    public void What_is_no_office_resolves_to_nobody(string phrase, string day) =>
        Catalogue.Office(phrase, NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value).ShouldBeNull();

    [Theory]
    [InlineData("PRC", "CHN")]
    [InlineData("Kremlin", "RUS")]
    [InlineData("kremlin", "RUS")]
    [InlineData("White House", "USA")]
    [InlineData("Brussels", "EU")]
    [InlineData("Élysée", "FRA")]
    [InlineData("Germans", "DEU")]
    [InlineData("Zelenskyy", "Volodymyr Zelensky")]
    [InlineData("EUU", "EU")]
    [InlineData("Shanghai Cooperation Organisation", "SCO")]
    [InlineData("Central Asian countries", "central_asia")]
    [InlineData("CHN", "CHN")]
    public void Words_resolve(string text, string code) => Catalogue.Resolve(text).ShouldNotBeNull().Code.ShouldBe(code);

    [Theory]
    [InlineData("us")]
    [InlineData("polish")]
    [InlineData("turkey")]
    [InlineData("who")]
    [InlineData("Congo")]
    [InlineData("Bush")]
    [InlineData("world")]
    [InlineData("Atlantis")]
    public void Other_words_and_shared_ones_do_not(string text) => Catalogue.Resolve(text).ShouldBeNull();

    [Theory]
    [InlineData("Washington", "Post", true)]
    [InlineData("China", "Daily", true)]
    [InlineData("China", "Sea", true)]
    [InlineData("Jordan", "Peterson", true)]
    [InlineData("Budapest", "Memorandum", true)]
    [InlineData("Israel", "Times of", false)]
    [InlineData("England", "Bank of", false)]
    [InlineData("Washington", "George", false)]
    public void Neighbours_rule_aliases_out(string alias, string words, bool follows)
    {
        var found = Catalogue.Aliases.Where(a => a.Text == alias).ShouldHaveSingleItem();
        (follows ? found.NotBefore : found.NotAfter).ShouldContain(words);
    }

    [Fact]
    public void Definite_groups_list_their_members_and_vague_ones_say_so()
    {
        Catalogue.ByCode["central_asia"].Members.ShouldBe(["KAZ", "KGZ", "TJK", "TKM", "UZB"]);
        Catalogue.ByCode["west"].Vague.ShouldBeTrue();
        Catalogue.ByCode["west"].Members.ShouldBeEmpty();
    }

    [Fact]
    public void Common_surnames_need_an_introduction()
    {
        Catalogue.ByCode["Theresa May"].Aliases.Single(a => a.Kind == AliasKind.Surname).OnlyAfterFullName.ShouldBeTrue();
        Catalogue.ByCode["Vladimir Putin"].Aliases.Single(a => a.Kind == AliasKind.Surname).OnlyAfterFullName.ShouldBeFalse();
        Catalogue.ByCode["Li Qiang"].Aliases.Single(a => a.Kind == AliasKind.Surname).Shared.ShouldBeTrue();
    }
}
