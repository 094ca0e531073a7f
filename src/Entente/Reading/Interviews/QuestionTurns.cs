using Entente.Reading.FrontMatter;
using Entente.Reading.Markup;
using Entente.Reading.Speakers;

namespace Entente.Reading.Interviews;

/// <summary>
/// Finds the questions of an interview without labels: paragraphs in bold or italic, headings, items after a dash, or plain paragraphs, each
/// ending in a question mark. An article in questions and answers by one author has them too; an interview says that it is one, or asks "you".
/// </summary>
internal sealed class QuestionTurns
{
    private const int FewestQuestions = 3;
    private const int LongestQuestion = 700;

    /// <summary>How many paragraphs may introduce the one who answers.</summary>
    private const int LongestIntroduction = 8;

    private static readonly string[] Announcements =
    [
        "interview",
        "q&a",
        "q & a",
        "in conversation",
        "conversation with",
        "spoke with",
        "spoke to",
        "speaks with",
        "speaks to",
        "talked to",
        "talked with",
        "talks to",
        "talks with",
        "sat down with",
        "questions to",
        "questions for",
        "answered our questions",
        "answers our questions",
    ];

    private QuestionTurns(bool[] asks, string? interviewee) => (Asks, Interviewee) = (asks, interviewee);

    /// <summary>For each block, whether the one who asks speaks in it.</summary>
    public bool[] Asks { get; }

    /// <summary>The name of the one who answers, where the introduction or the title gives it.</summary>
    public string? Interviewee { get; }

    /// <summary>Reads the turns; null where the text is no interview.</summary>
    public static QuestionTurns? Find(List<Block> blocks, Metadata metadata)
    {
        int emphasised = 0,
            bold = 0,
            dashed = 0,
            headed = 0,
            plain = 0;
        for (var i = 1; i < blocks.Count; i++)
        {
            var asks = IsQuestion(blocks[i]);
            emphasised += blocks[i].Emphasised ? 1 : 0;
            if (!asks)
                continue;
            if (blocks[i].Emphasised)
                bold++;
            else if (blocks[i].Kind == BlockKind.Heading)
                headed++;
            else if (blocks[i].Kind == BlockKind.Item)
                dashed++;
            else
                plain++;
        }
        if (bold + headed + dashed + plain == 0)
            return null;
        // One way of setting them is the text's own; in the others a question is a question of the one who speaks.
        Func<Block, bool> isTurn;
        int count;
        if (bold >= 2 && bold * 2 >= emphasised)
            (isTurn, count) = (b => b.Emphasised && b.Kind != BlockKind.TableRow, bold);
        else if (headed >= FewestQuestions)
            (isTurn, count) = (b => b.Kind == BlockKind.Heading && IsQuestion(b), headed);
        else if (dashed > 0)
            (isTurn, count) = (b => b.Kind == BlockKind.Item && IsQuestion(b), dashed);
        else
            (isTurn, count) = (b => b.Kind == BlockKind.Paragraph && IsQuestion(b), plain);

        var turns = new bool[blocks.Count];
        var first = -1;
        int answered = 0,
            addressed = 0;
        for (var i = 1; i < blocks.Count; i++)
        {
            if (!(turns[i] = isTurn(blocks[i])))
                continue;
            first = first < 0 ? i : first;
            answered += i + 1 < blocks.Count && !isTurn(blocks[i + 1]) ? 1 : 0;
            addressed += Addresses(blocks[i].Text.Text) ? 1 : 0;
        }
        if (first < 0 || first > LongestIntroduction + 2)
            return null;
        var announced = metadata.Kind == "interview";
        for (var i = 0; i < first; i++)
            announced |= Announces(blocks[i].Text.Text);
        var isInterview = announced
            ? count >= FewestQuestions || (count >= 2 && bold > 0) || (count >= 1 && dashed > 0 && bold + headed == 0)
            : addressed >= 2 && count >= FewestQuestions && plain < count;
        // A question that the next one follows at once is no turn; a few may be.
        if (!isInterview || answered * 3 < count * 2)
            return null;
        return new(turns, Name(blocks, first, metadata));
    }

    private static bool IsQuestion(Block block)
    {
        var text = block.Text.Text;
        return text.Length <= LongestQuestion
            && block.Kind != BlockKind.TableRow
            && text.AsSpan().TrimEnd(" ”\"’)").EndsWith("?")
            && text[0] is not ('“' or '"' or '‘' or '«' or '„');
    }

    private static bool Announces(string text)
    {
        foreach (var words in Announcements)
        {
            if (text.Contains(words, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static bool Addresses(string text)
    {
        foreach (var range in text.AsSpan().SplitAny(' ', ',', '?', '\u00A0'))
        {
            if (text.AsSpan()[range].ToString().ToLowerInvariant() is "you" or "your" or "you're" or "you’re" or "you've" or "you’ve")
                return true;
        }
        return false;
    }

    /// <summary>"Nadia Haddad: We pay too much" names the one who speaks; else the introduction does.</summary>
    private static string? Name(List<Block> blocks, int first, Metadata metadata)
    {
        var title = metadata.Title ?? "";
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        if (colon is > 4 and < 40)
        {
            var words = title[..colon].Split(' ');
            var isName =
                words.Length is 2 or 3
                && words.All(w =>
                    w.Length > 1
                    && char.IsUpper(w[0])
                    && char.IsLower(w[1])
                    && !NameWords.IsInstitution(w.ToLowerInvariant())
                    && !NameWords.IsRole(w.ToLowerInvariant())
                );
            if (isName && blocks.Take(first).Skip(1).Any(b => b.Text.Text.Contains(title[..colon], StringComparison.Ordinal)))
                return title[..colon];
        }
        return InterviewLabels.Interviewee(blocks.Take(first));
    }
}
