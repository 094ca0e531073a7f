using System.Text;
using Entente.Checking;

namespace Entente.Tests.Texts;

/// <summary>
/// What the samples come to, claim by claim, pinned: `ENTENTE_UPDATE_DOCS=1` rewrites the files beside this one, and a change in them is read
/// like a change in the program. samples/README.md says which row of the record decides each.
/// </summary>
public sealed class SamplesTests
{
    [Theory]
    [InlineData("article.md")]
    [InlineData("interview.txt")]
    [InlineData("highlights.md")]
    public void The_verdicts_are_those_that_were_read_and_approved(string sample)
    {
        var path = Path.Combine(Clone.Root, "samples", sample);
        var report = Installation.Check(Installation.Engine.Read(File.ReadAllBytes(path), sample, null).Value!);
        var text = new StringBuilder();
        foreach (var claim in report.Claims)
            text.Append(claim.Verdict)
                .Append("  ")
                .Append(claim.Claim.Assertion ?? "—")
                .Append("  «")
                .Append(claim.Claim.Quote.ReplaceLineEndings(" "))
                .Append("»\n");
        foreach (var set in report.Inconsistencies)
            text.Append("cannot all hold: ").AppendJoin(", ", set.Claims).Append("  ").Append(set.Explanation).Append('\n');
        var expected = Path.Combine(Clone.Root, "tests", "Entente.Tests", "Texts", sample + ".expected.txt");
        if (Environment.GetEnvironmentVariable("ENTENTE_UPDATE_DOCS") == "1")
            File.WriteAllText(expected, text.ToString());
        text.ToString().ShouldBe(File.ReadAllText(expected));
    }

    [Fact]
    public void Every_claim_keeps_the_words_that_carry_it_and_every_number_is_accounted_for()
    {
        foreach (var sample in new[] { "article.md", "interview.txt", "highlights.md" })
        {
            var path = Path.Combine(Clone.Root, "samples", sample);
            var document = Installation.Engine.Read(File.ReadAllBytes(path), sample, null).Value!;
            var report = Installation.Check(document);
            foreach (var claim in report.Claims)
                document.Text[claim.Claim.Start..claim.Claim.End].ShouldBe(claim.Claim.Quote);
            foreach (var claim in report.Claims.Where(c => c.Verdict is not Verdict.CannotTell))
                (
                    claim.Derivation is not null
                    || claim.Evidence.Count > 0
                    || claim.Premise is not null
                    || claim.Verdict is Verdict.Open or Verdict.Judgement or Verdict.Inconsistent
                ).ShouldBeTrue(claim.Claim.Assertion);
        }
    }
}
