using Entente.Quantities;

namespace Entente.Tests.Claims.Extraction;

/// <summary>What one sentence is read as, on the shipped catalogue: its assertions in the order of the text.</summary>
internal static class FrameSentence
{
    /// <param name="sentence">The sentence, alone in its text.</param>
    /// <param name="published">The day it was written.</param>
    /// <param name="assertions">The assertions expected, joined by " ; "; "" where none is.</param>
    public static void Asserts(string sentence, string published, string assertions)
    {
        var (_, extraction) = Installation.Extract(sentence + "\n", Period.Parse(published));
        string.Join(" ; ", extraction.Claims.Where(c => c.Assertion is not null).Select(c => c.Assertion)).ShouldBe(assertions);
    }
}
