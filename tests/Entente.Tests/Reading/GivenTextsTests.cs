using Entente.Quantities;
using Entente.Reading;

namespace Entente.Tests.Reading;

/// <summary>The three published texts beside the clone, by counts, speakers and places only: their sentences stay their publishers'.</summary>
public sealed class GivenTextsTests
{
    private static Document Read(string name)
    {
        var path = Clone.Shared("texts", name);
        Skip.IfNot(File.Exists(path), $"{path} is absent");
        var document = DocumentReader.Read(File.ReadAllBytes(path), name).Document.ShouldNotBeNull();
        Texts.MapsBack(document);
        return document;
    }

    private static IEnumerable<string?> At(Document document, params int[] offsets) =>
        offsets.Select(o => document.Statements.Where(s => s.Start <= o && o < s.End).MinBy(s => s.End - s.Start)?.Speaker.Name);

    [SkippableFact]
    public void The_highlight_note()
    {
        var document = Read("000_d487aa6f2708fcf8.txt");
        document.Kind.ShouldBe(DocumentKind.Note);
        document.Published.ShouldBe(Period.Parse("2022-12-29"));
        document.Authors.Count.ShouldBe(1);
        document.Warnings.ShouldBeEmpty();
        // 21 highlights, one of them there twice
        document.Statements.Select(s => s.Paragraph).Distinct().Count().ShouldBe(20);
        var twice = document.Statements.Where(s => s.Copies.Count > 0).ToList();
        twice.Count.ShouldBe(4);
        twice.ShouldAllBe(s => s.Links.Count(l => l.Url.Contains("readwise", StringComparison.Ordinal)) == 2);
        document
            .Statements.Where(s => s.Copies.Count == 0)
            .ShouldAllBe(s => s.Links.Count(l => l.Url.Contains("readwise", StringComparison.Ordinal)) == 1);
        At(document, 5940, 6020, 6220, 2600, 3300).ShouldBe(["Gabuev", "Gabuev", "Erickson and Collins", "Erickson and Collins", "Biden"]);
        document.Statements.Single(s => s.Start == 7192).Speaker.Role.ShouldBe(SpeakerRole.Unattributed);
    }

    [SkippableFact]
    public void The_interview()
    {
        var document = Read("001_af0339727d3b1308.txt");
        document.Kind.ShouldBe(DocumentKind.Interview);
        document.Truncated.ShouldBeFalse();
        document
            .Statements.Where(s => s.Speaker.Role == SpeakerRole.Interviewee)
            .Select(s => s.Speaker.Name)
            .Distinct()
            .ShouldBe(["Yun Sun"]);
        document.Statements.Count(s => s.Speaker.Role == SpeakerRole.Interviewee).ShouldBeGreaterThan(70);
        document.Statements.Where(s => s.IsQuestion).ShouldAllBe(s => s.Speaker.Name == "Grid");
        At(document, 1020, 1390, 2400, 3300, 10500)
            .ShouldBe(["Vladimir Putin", "Vladimir Putin", "Xi Jinping", "Bonny Lin and Jude Blanchette", "Yun Sun"]);
        document.Statements[^1].End.ShouldBeLessThan(14_600);
    }

    [SkippableFact]
    public void The_article_cut_off_by_its_paywall()
    {
        var document = Read("002_0a45ec1806529999.txt");
        document.Kind.ShouldBe(DocumentKind.Article);
        document.Truncated.ShouldBeTrue();
        document.Statements.Count.ShouldBe(40);
        document.Statements[0].IsHeading.ShouldBeTrue();
        document.Statements[^1].CutOff.ShouldBeTrue();
        document
            .Statements.Where(s => s.Speaker.Role == SpeakerRole.Quoted)
            .Select(s => s.Speaker.Name)
            .ShouldBe(["Antony Blinken", "Antony Blinken", "Antony Blinken", "Vladimir Putin and Xi Jinping"]);
        document.Statements.Count(s => s.Speaker.Role == SpeakerRole.Author).ShouldBe(36);
    }
}
