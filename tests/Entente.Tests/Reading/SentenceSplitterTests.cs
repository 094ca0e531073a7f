using System.Diagnostics;
using Entente.Reading.Text;

namespace Entente.Tests.Reading;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two! Three? Four", "One.|Two!|Three?|Four")]
    [InlineData("The U.S. Secretary spoke. He left.", "The U.S. Secretary spoke.|He left.")]
    [InlineData("They met in the U.S. The talks failed.", "They met in the U.S.|The talks failed.")]
    [InlineData("Gen. Ruiz met Dr. Gil on Jan. 5. It rained.", "Gen. Ruiz met Dr. Gil on Jan. 5.|It rained.")]
    [InlineData("See No. 10 and Art. 5. No. That is all.", "See No. 10 and Art. 5.|No.|That is all.")]
    [InlineData("It rose 3.5 percent. In 2022 it fell.", "It rose 3.5 percent.|In 2022 it fell.")]
    [InlineData("Grain, e.g. wheat, i.e. food. Peru vs. Chile.", "Grain, e.g. wheat, i.e. food.|Peru vs. Chile.")]
    [InlineData("J. F. Berg wrote it. Plan B. The end.", "J. F. Berg wrote it.|Plan B.|The end.")]
    [InlineData("“It is over.” He left. “Why?” Gil asked.", "“It is over.”|He left.|“Why?” Gil asked.")]
    [InlineData("So it goes... And on… And “so” on.", "So it goes...|And on…|And “so” on.")]
    [InlineData("It ended in 2021. 36 states agreed.", "It ended in 2021.|36 states agreed.")]
    [InlineData("The war.[12] The peace.", "The war.[12]|The peace.")]
    [InlineData("He paid 5 p.m. prices; she left at 6 a.m. They met.", "He paid 5 p.m. prices; she left at 6 a.m.|They met.")]
    [InlineData("U.N. Security Council votes. Acme Inc. said so.", "U.N. Security Council votes.|Acme Inc. said so.")]
    [InlineData("Really?! Yes.", "Really?!|Yes.")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    public void Cuts(string text, string expected) =>
        string.Join('|', SentenceSplitter.Split(text).Select(s => text[s.Start..s.End])).ShouldBe(expected);

    [Fact]
    public void An_endless_sentence_is_cut_at_white_space()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 10_000));
        var sentences = SentenceSplitter.Split(text);
        sentences.Count.ShouldBeGreaterThan(4);
        sentences.ShouldAllBe(s => s.End - s.Start <= SentenceSplitter.Longest && text[s.Start] == 'w' && text[s.End - 1] == 'd');
        SentenceSplitter.Split(new string('x', 50_000)).Sum(s => s.End - s.Start).ShouldBe(50_000);
    }

    [Fact]
    public void Takes_linear_time()
    {
        var clock = Stopwatch.StartNew();
        foreach (var piece in (string[])["U.S. ", "a.", "“", ". ", "?", "A. "])
            SentenceSplitter.Split(string.Concat(Enumerable.Repeat(piece, 500_000)));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
