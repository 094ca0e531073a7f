namespace Entente.Reading.Text;

/// <summary>Ayes, noes and abstentions of a vote; null abstentions where the words give none.</summary>
public sealed record VoteCount(int Yes, int No, int? Abstain);

/// <summary>
/// A number that is no quantity of a claim, with a coded reason: `year`, `date`, `clock`, `age`, `model-name`, `group-name`, `section-number`,
/// `page`, `document-number`, `list-number`, `route`, `phone`, `version`, `score`, `name-number`, `named-ordinal`, `idiom`, `pronoun`,
/// `word-part`, `identifier`, `period-part`, `not-a-number`.
/// </summary>
public sealed record SkippedNumber(int FirstToken, int EndToken, string Reason);

/// <summary>
/// Every number of a statement: those that are quantities, and those passed over with the reason. Both lists are in order, and no two
/// spans overlap.
/// </summary>
public sealed record QuantityReading
{
    public required IReadOnlyList<QuantityMention> Mentions { get; init; }

    public required IReadOnlyList<SkippedNumber> Skipped { get; init; }
}
