using Entente.Checking.Forecasts;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Checking.Forecasts;

/// <summary>The ledger as people edit it: what they write stays, what is broken is said with its line.</summary>
public sealed class ForecastLedgerTests
{
    private const string Written = """
        # My forecasts

        Kept since 2020. Do not tidy up.

        ## f-0001 trade will reach $300 billion

        > Trade will reach $300 billion by 2030, he said.

        My own thought: too high.

        - speaker: A. Minister
        - said: 2023-11
        - criterion: `trade(CHN, RUS, 2030) >= 300e9 USD`
        - deadline: 2030
        - confidence in source: low
        - status: open
        - history:
          - 2023-11-21: written by hand

        ## Notes to self

        - status: this is no entry
        """;

    [Fact]
    public void An_entry_is_read_as_it_is_written()
    {
        var ledger = ForecastLedger.Parse(Written, "f.md");
        ledger.Errors.ShouldBeEmpty();
        var forecast = ledger.Forecasts.ShouldHaveSingleItem();
        forecast.Id.ShouldBe("f-0001");
        forecast.Quote.ShouldBe("trade will reach $300 billion");
        forecast.Speaker.ShouldBe("A. Minister");
        forecast.Deadline.ShouldBe(new LocalDate(2030, 12, 31));
        forecast.ByRecord.ShouldBeTrue();
        forecast.History.ShouldBe(["2023-11-21: written by hand"]);
    }

    [Fact]
    public void What_is_not_changed_is_the_same_to_the_letter()
    {
        ForecastLedger.Parse(Written, "f.md").Text.ShouldBe(Written);
        var windows = Written.ReplaceLineEndings("\r\n");
        ForecastLedger.Parse(windows, "f.md").Text.ShouldBe(windows);
    }

    [Fact]
    public void No_text_is_changed_by_reading_it()
    {
        string[] pieces =
        [
            "## f-1 x",
            "## f-2",
            "- status: open",
            "- status: odd",
            "- deadline: 2030",
            "- criterion: `gdp(CHN, 2030) > 1 USD`",
            "- history:",
            "  - a",
            "## Scale",
            "```",
            "> q",
            "- likely: 5",
            "# other",
            "-",
            ": :",
            "\n",
            "\r\n",
            "\n",
            "\r",
        ];
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary(), (Action<string>)Kept)
        );
    }

    private static void Kept(string text)
    {
        var ledger = ForecastLedger.Parse(text, "f.md");
        if (text.Length > 0)
            ledger.Text.ShouldBe(text);
        foreach (var forecast in ledger.Forecasts)
            ledger.Update(forecast with { Status = ForecastStatus.Void, By = "me", Why = null }, "void");
        var again = ForecastLedger.Parse(ledger.Text, "f.md");
        again.Forecasts.ShouldAllBe(f => f.Status == ForecastStatus.Void && f.By == "me");
        again.Forecasts.Select(f => f.Id).ShouldBe(ledger.Forecasts.Select(f => f.Id));
    }

    [Fact]
    public void A_change_touches_its_own_lines_alone()
    {
        var ledger = ForecastLedger.Parse(Written, "f.md");
        ledger.Update(ledger.Forecasts[0] with { Status = ForecastStatus.Void, By = "me" }, "2024-01-01: void by me");
        var before = Written.Split('\n');
        var after = ledger.Text.Split('\n');
        before.Except(after).ShouldBe(["- status: open"]);
        after.Except(before).ShouldBe(["- status: void", "- by: me", "  - 2024-01-01: void by me"], ignoreOrder: true);
        var again = ForecastLedger.Parse(ledger.Text, "f.md").Forecasts.ShouldHaveSingleItem();
        again.History.ShouldBe(["2023-11-21: written by hand", "2024-01-01: void by me"]);
        again.By.ShouldBe("me");
    }

    [Fact]
    public void A_new_entry_is_read_back_as_it_was_added()
    {
        var ledger = ForecastLedger.Parse(Written, "f.md");
        var forecast = new Forecast
        {
            Id = "f-0002",
            Quote = "it\nwill\u001b[31m come",
            Sentence = "He said it\nwill come.",
            Speaker = "B",
            Said = Period.Parse("2024-05"),
            Criterion = "growth(gdp(CHN), 2025) = 5%",
            Deadline = new LocalDate(2025, 12, 31),
            Probability = 0.675,
            ProbabilityWords = "likely",
            Status = ForecastStatus.Open,
            History = ["2024-05-02: added"],
        };
        ledger.Add(forecast);
        ledger.Text.ShouldStartWith(Written);
        ledger.Text.ShouldNotContain("\u001b");
        var read = ForecastLedger.Parse(ledger.Text, "f.md").Forecasts[1];
        read.Probability.ShouldBe(0.675);
        read.ProbabilityWords.ShouldBe("likely");
        (read with { History = forecast.History, Quote = forecast.Quote, Sentence = forecast.Sentence }).ShouldBe(forecast);
        Should.Throw<ArgumentException>(() => ledger.Add(forecast));
    }

    [Theory]
    [InlineData("- status: open", "- status: maybe", 16, "one of open, true, false, void, unresolvable")]
    [InlineData("- deadline: 2030", "- deadline: some day", 14, "a date such as 2030-12-31")]
    [InlineData("300e9 USD`", "300e9 EURO`", 13, "")]
    [InlineData("- said: 2023-11", "- said: yore", 12, "a date such as 2024-04-09")]
    [InlineData("- status: open", "- probability: 130 %\n- status: open", 16, "a probability such as 70 %")]
    [InlineData("- deadline: 2030\n", "", 5, "'- deadline: 2030-12-31'")]
    [InlineData("- status: open\n", "", 5, "'- status: '")]
    [InlineData("## Notes to self", "## f-0001 once more", 20, "each id once")]
    public void A_broken_entry_is_located_and_left(string old, string broken, int line, string expected)
    {
        var text = Written.Replace(old, broken, StringComparison.Ordinal);
        var ledger = ForecastLedger.Parse(text, "f.md");
        var error = ledger.Errors[0];
        error.ToString().ShouldStartWith($"f.md:{line}: found ");
        error.Expected.ShouldContain(expected);
        ledger.Knows("f-0001").ShouldBeTrue();
        ledger.Text.ShouldBe(text);
    }

    [Fact]
    public void A_new_ledger_declares_its_scale()
    {
        var ledger = ForecastLedger.Parse("", "f.md");
        ledger.Text.ShouldContain("- likely: 55–80 %");
        ledger.Changed.ShouldBeFalse();
        var own = ForecastLedger.Parse(ledger.Text.Replace("likely: 55–80 %", "likely: 60-70 %", StringComparison.Ordinal), "f.md");
        own.Errors.ShouldBeEmpty();
        own.Scale.Terms.ShouldContain(("likely", 0.6, 0.7));
    }
}
