using Entente.Record;

namespace Entente.Tests.Record;

public sealed class EventTableReaderTests
{
    private const string EventHeader = "id,kind,date,end,actors,place,body,title,value,unit,names\n";
    private const string SourceHeader = "event,date,source,via,tier,published,url,note\n";
    private const string Event =
        "ukraine_invasion_2022,invasion,2022-02-24,,RUS>UKR,Ukraine,,Invasion begins,,,full-scale invasion|invasion of Ukraine\n";
    private const string Source = "ukraine_invasion_2022,2022-02-24,Reuters,,agency,2022-02-24,https://example.org,\n";

    private static TableOutcome<RecordedEvent> Read(string events, string sources) =>
        EventTableReader.Read(EventHeader + events, "events.csv", SourceHeader + sources, "event_sources.csv");

    [Fact]
    public void An_event_has_its_actors_names_and_sources()
    {
        var one = Read(Event, Source + Source.Replace("-24,Reuters", "-23,AFP", StringComparison.Ordinal)).Rows.ShouldHaveSingleItem();
        one.Actors.ShouldBe(["RUS", "UKR"]);
        (one.Directed, one.Senders).ShouldBe((true, 1));
        one.Names.ShouldBe(["full-scale invasion", "invasion of Ukraine"]);
        one.Sources.Select(s => s.Date!.Text).ShouldBe(["2022-02-24", "2022-02-23"]);
    }

    [Fact]
    public void Parties_are_not_directed_and_several_senders_come_first()
    {
        Actors("CHN:Xi Jinping;RUS:Vladimir Putin").ShouldBe("0: CHN:Xi Jinping, RUS:Vladimir Putin");
        Actors("USA>RUS;EU>RUS;GBR>RUS").ShouldBe("3: USA, EU, GBR, RUS");

        static string Actors(string text)
        {
            var one = Read(Event.Replace("RUS>UKR", text, StringComparison.Ordinal), Source).Rows.ShouldHaveSingleItem();
            return $"{one.Senders}: {string.Join(", ", one.Actors)}";
        }
    }

    [Theory]
    [InlineData("2022-02-24,,", "2022-02-30,,", 3, "'2022-02-30'")]
    [InlineData("2022-02-24,,", ",,", 3, "nothing")]
    [InlineData("2022-02-24,,", "2022-02-24,2022-02-01,", 4, "'2022-02-01'")]
    [InlineData("RUS>UKR", "RUS>", 5, "'RUS>'")]
    [InlineData("ukraine_invasion_2022,invasion", "Ukraine 2022,invasion", 1, "'Ukraine 2022'")]
    [InlineData("ukraine_invasion_2022,invasion", "2022_invasion,invasion", 1, "'2022_invasion'")]
    public void A_wrong_field_is_an_error_at_its_line(string good, string bad, int field, string found)
    {
        var outcome = Read(Event.Replace(good, bad, StringComparison.Ordinal), "");
        outcome.Errors[0].File.ShouldBe("events.csv");
        outcome.Errors[0].Line.ShouldBe(2);
        outcome.Errors[0].Found.ShouldBe(found);
        outcome.Errors[0].Column.ShouldBeGreaterThanOrEqualTo(field);
    }

    [Fact]
    public void A_repeated_id_is_an_error() =>
        Read(Event + Event, Source)
            .Errors.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe("events.csv:3:1: found 'ukraine_invasion_2022' a second time, expected an id used once");

    [Fact]
    public void An_event_without_a_source_is_an_error() =>
        Read(Event, "").Errors.ShouldHaveSingleItem().Found.ShouldContain("without a source");

    [Fact]
    public void A_source_of_no_event_is_an_error() =>
        Read(Event, Source + Source.Replace("ukraine", "moon", StringComparison.Ordinal))
            .Errors.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe("event_sources.csv:3:1: found event 'moon_invasion_2022', expected the id of an event in events.csv");
}
