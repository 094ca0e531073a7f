using System.Text.Json;
using Entente.Application.Stores;
using Entente.Tests.Cli;
using Entente.Tests.Sources;

namespace Entente.Tests.Profiles;

/// <summary>What is in force on a day: by ends that are recorded, by the day on which a list closes, and nothing by guessing.</summary>
public sealed class SanctionsInForceTests : IDisposable
{
    private const string Ist =
        "caseid,sender,target,startdate,terdate,defactoter,ongoing,gradual,expiry,review,measures,goals,adaptgoal,targetsalience,sendersalience,requirementter,outcome,negotiations,costsender,instinvestment,costtarget,multilateralism,datasets,comment,sourceimp,sourceter\n"
        + "USA_BRA_90,2,140,05.06.1990,23.06.2008,,0,0,0,0,AE,HR,0,1,0,Clear,Blank,1,Blank,0,Minor,USA,IST,,,\n"
        + "USA_BRA_01,2,140,05.06.2001,,,1,0,0,0,\"TE, FS\",HR,0,1,0,Clear,Blank,1,Blank,0,Minor,USA,IST,,,\n"
        + "ARG_BRA_05,160,140,05.06.2005,,,1,0,0,0,TB,HR,0,1,0,Clear,Blank,1,Blank,0,Minor,ARG,IST,,,\n"
        + "EEC_ARG_89,\"1653, 1830\",160,01.06.1989,,,1,0,0,0,AE,HR,0,1,0,Clear,Blank,1,Blank,0,Minor,EU,IST,,,\n"
        + "USA_ARG_18,2,160,01.06.2017,01.02.2018,,0,0,0,0,AE,HR,0,1,0,Clear,Blank,1,Blank,0,Minor,USA,IST,,,\n";

    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void A_duty_that_was_lifted_has_ended_and_its_lifting_is_no_step()
    {
        var duties = Figure("steps of China against Australia", "CHN", "AUS");
        duties.GetProperty("value").GetDouble().ShouldBe(4);
        duties.GetProperty("note").GetString().ShouldBe("at least; no end recorded of 2, ended 2");
        // Half a year before wine was freed its duties were in force: an end that came later says so.
        Figure("steps of China against Australia", "CHN", "AUS", "--as-of", "2023-09-01")
            .GetProperty("note")
            .GetString()
            .ShouldBe("at least; no end recorded of 2, ended 1, in force 1");
        desk.Run("profile", "CHN", "AUS").Output.ShouldContain("(ended 2024-03-29)");
    }

    [Fact]
    public void Who_acts_against_either_and_against_both_is_named()
    {
        Figure("third parties with steps against each of the two (European Union, United Kingdom, United States)", "CHN", "RUS")
            .GetProperty("value")
            .GetDouble()
            .ShouldBe(3);
        var both = Figure("steps of third parties against both at once", "CHN", "RUS");
        both.GetProperty("value").GetDouble().ShouldBe(3);
        both.GetProperty("note").GetString()!.ShouldStartWith("at least; no end recorded");
    }

    [Fact]
    public void What_a_union_imposes_binds_its_member_and_the_page_says_so() =>
        Section("DEU", "RUS")
            .GetProperty("notes")
            .EnumerateArray()
            .ShouldContain(n => n.GetString()!.Contains("What the European Union imposes binds Germany"));

    [Theory]
    [InlineData("2007-01-01", 2, "2007-01-01", "of 2 cases listed")]
    [InlineData("2010-01-01", 1, "2010-01-01", "of 2 cases listed")]
    [InlineData("2000-01-01", 1, "2000-01-01", "of 1 case listed")]
    [InlineData("2026-11-01", 1, "2018", "of 2 cases listed; the list closes then, ends after that are not in it")]
    public void A_case_is_in_force_on_the_day_as_far_as_its_list_reaches(string day, int count, string period, string note)
    {
        desk.Run("record", "import", "ist-sanctions", desk.Write("ist.csv", Ist)).Status.ShouldBe(0);
        var cases = Figure("cases of third parties against Brazil in force (IST)", "BRA", "ARG", "--as-of", day);
        cases.GetProperty("value").GetDouble().ShouldBe(count);
        cases.GetProperty("period").GetString().ShouldBe(period);
        cases.GetProperty("note").GetString().ShouldBe(note);
    }

    [Fact]
    public void A_case_that_passed_from_one_to_another_is_one_case_and_that_of_the_other_is_not_a_third_partys()
    {
        desk.Run("record", "import", "ist-sanctions", desk.Write("ist.csv", Ist)).Status.ShouldBe(0);
        Figure("cases of third parties against Argentina in force (IST)", "BRA", "ARG").GetProperty("value").GetDouble().ShouldBe(1);
        Figure("cases of Argentina against Brazil in force (IST)", "BRA", "ARG").GetProperty("value").GetDouble().ShouldBe(1);
        var text = desk.Run("profile", "BRA", "ARG").Output;
        text.ShouldContain("Argentina against Brazil (IST ARG_BRA_05)");
        text.ShouldContain("where the list closes");
        Section("BRA", "ARG").GetProperty("missing").EnumerateArray().ShouldBeEmpty();
    }

    [SkippableFact]
    public void The_published_list_has_six_cases_against_Russia_in_force_when_it_closes()
    {
        desk.Run("record", "import", "ist-sanctions", ImportBench.Public("sanctions", "ist.csv")).Status.ShouldBe(0);
        desk.Run("record", "import", "eu-russia-measures", ImportBench.Public("sanctions", "eu_russia_sanction_list.csv"))
            .Status.ShouldBe(0);
        desk.Run("record", "import", "eu-russia-measures", ImportBench.Public("sanctions", "us_china_sanction_list.csv"))
            .Status.ShouldBe(0);
        // EU_RUS_14, USA_RUS_12, _14_a, _14_b, _16 and _18 are marked as going on; USA_CHN_18_a, _18_b, _89 and EEC_CHN_89 too.
        Figure("cases of third parties against Russia in force (IST)", "CHN", "RUS").GetProperty("value").GetDouble().ShouldBe(6);
        Figure("cases of third parties against China in force (IST)", "CHN", "RUS").GetProperty("value").GetDouble().ShouldBe(4);
        // 137 rows of the list less 62 announcements; both files answer, though the second import is the newer one.
        Figure("steps of European Union against Russia listed by Slayton and Bali", "CHN", "RUS")
            .GetProperty("value")
            .GetDouble()
            .ShouldBe(75);
        Figure("steps of United States against China listed by Slayton and Bali", "CHN", "RUS")
            .GetProperty("value")
            .GetDouble()
            .ShouldBe(134);
        desk.Run("profile", "CHN", "RUS").Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
    }

    private JsonElement Section(string first, string second, params string[] more) =>
        desk.Json(["profile", first, second, .. more])
            .GetProperty("results")
            .GetProperty("sections")
            .EnumerateArray()
            .Single(s => s.GetProperty("id").GetString() == "sanctions");

    private JsonElement Figure(string label, string first, string second, params string[] more) =>
        Section(first, second, more).GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("label").GetString() == label);
}
