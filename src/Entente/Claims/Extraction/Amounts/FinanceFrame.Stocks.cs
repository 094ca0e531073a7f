using Entente.Claims.Extraction.Resolving;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>Stocks: whose they are where a pronoun or a holder's noun says it, and what time a stretch leaves them at.</content>
internal sealed partial class FinanceFrame
{
    // "since the start of the war"
    private Period? SinceEvent()
    {
        foreach (var time in analysis.Times)
            if (time is { Kind: TimeKind.Event, Role: TimeRole.Since, Period: { } period })
                return period;
        // "since the start of the war": aid to Ukraine is counted from January 2022.
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (Word(i) is "since")
                for (var k = i + 1; k <= i + 6; k++)
                    if (Word(k) is "war" or "invasion" or "outbreak")
                        return Period.OfMonth(2022, 1);
        return null;
    }

    private static bool IsHoard(string word) =>
        word is "holdings" or "holding" or "stockpile" or "portfolio" or "stash" or "stock" or "pile" or "hoard" or "stake";

    /// <summary>"its Treasury portfolio": the state that the sentence is about.</summary>
    private string? ByPronoun(int noun) =>
        Word(resolver.BeforeModifiers(noun) - 1) is "its" or "their" ? resolver.TopicOfSentence(noun) ?? discourse.Subject : null;

    /// <summary>"Japan, with $1.1 trillion, was the largest holder of Treasuries": the noun stands behind the figure.</summary>
    private string? HolderBehind(QuantityMention quantity, int paper)
    {
        // "…, which left it with $835 billion", "leaving the country with"
        if (Word(quantity.FirstToken - 1) is "with")
            for (var i = quantity.FirstToken - 2; i > Math.Max(paper, quantity.FirstToken - 6); i--)
                if (Word(i) is "left" or "leaving" or "leaves")
                    return resolver.TopicOfSentence(i) ?? discourse.Subject;
        for (var i = quantity.EndToken; i < paper; i++)
            if (Word(i) is ";" or "while")
                return null;
            else if (Word(i) is "holder" or "holders" or "creditor" or "owner")
                return resolver.SubjectBefore(quantity.FirstToken)?.Party;
        return null;
    }

    /// <summary>"added $60 billion to its holdings", "shed $20 billion of its reserves": what moves the stock, not what it is.</summary>
    private bool Adds(QuantityMention quantity)
    {
        var verb = quantity.FirstToken - 1;
        while (verb > 0 && Word(verb) is "a" or "another" or "further" or "some" or "about" or "net")
            verb--;
        if (Word(verb) is not ("added" or "adding" or "adds" or "shed" or "sheds" or "shedding" or "cut"))
            return false;
        for (var i = quantity.EndToken; i < quantity.EndToken + 7; i++)
            if (IsHoard(Word(i)) || Word(i) is "reserves")
                return true;
        return false;
    }

    /// <summary>Holdings and reserves at the end of a stretch ("over the year to November") are those of its last month.</summary>
    private static ChosenPeriod AtEnd(ChosenPeriod chosen)
    {
        if (chosen.Period is not { Kind: PeriodKind.Range } range || chosen.OwnEnd)
            return chosen;
        var last = Period.OfMonth(range.End.Year, range.End.Month);
        var months = ((range.End.Year - range.Start.Year) * 12) + range.End.Month - range.Start.Month + 1;
        var eve = range.Start.PlusMonths(-1);
        return chosen with { Period = last, Since = months == 12 ? chosen.Since : Period.OfMonth(eve.Year, eve.Month) };
    }
}
