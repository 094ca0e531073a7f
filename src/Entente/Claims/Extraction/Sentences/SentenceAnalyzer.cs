using Entente.Actors;
using Entente.Reading;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>Finds everything of the catalogue in one statement. What a span means is decided later, by the frames.</summary>
internal static partial class SentenceAnalyzer
{
    public static SentenceAnalysis Analyze(Statement statement, ExtractionCatalogue catalogue, Discourse discourse, bool hasAllCues = false)
    {
        var tokens = TokenList.Of(Tokenizer.Tokenize(statement.Text));
        var analysis = new SentenceAnalysis(statement, tokens) { Uses = catalogue.Uses.Of(tokens), HasAll = hasAllCues };
        FindActors(analysis, catalogue, discourse);
        FindItems(analysis, catalogue);
        FindMeasures(analysis, catalogue);
        FindChanges(analysis);
        return analysis;
    }

    private static void FindActors(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse)
    {
        var tokens = analysis.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if ((analysis.Uses[i] & WordUse.Alias) == 0 || tokens[i].Kind != TokenKind.Word)
                continue;
            foreach (var (length, (actor, alias)) in catalogue.Aliases.At(tokens, i))
            {
                if (actor is null || alias is null)
                {
                    i += length - 1;
                    break;
                }
                if (!Admissible(analysis, i, i + length, actor, alias, discourse))
                    continue;
                // "non-EU", "extra-EU", "outside the bloc" name everybody else: a party that nothing stands for.
                if (
                    (analysis.Is(i - 1, "-", "‑") && analysis.Is(i - 2, "non", "extra"))
                    || analysis.Is(i - 1, "outside", "excluding", "except", "beyond")
                    || (analysis.Is(i - 1, "the") && analysis.Is(i - 2, "outside", "excluding", "beyond"))
                )
                {
                    analysis.Actors.Add(new ActorSpan(i, i + length, actor, alias.Kind, null));
                    i += length - 1;
                    break;
                }
                var possessive =
                    analysis.Is(i + length, "'s") || (tokens[i + length - 1].Lower.EndsWith('s') && analysis.Is(i + length, "'", "’"));
                analysis.Actors.Add(
                    new ActorSpan(i, i + length, actor, alias.Kind, ExtractionCatalogue.PartyOf(actor)) { Possessive = possessive }
                );
                discourse.Introduce(actor, alias);
                i += length - 1;
                break;
            }
        }
    }

    private static bool Admissible(SentenceAnalysis analysis, int first, int end, Actor actor, Alias alias, Discourse discourse)
    {
        var tokens = analysis.Tokens;
        // Names are written with a capital; a lower-case "turkey" or "polish" is none. Names like "eBay" do not occur among actors.
        if (char.IsLower(tokens[first].Text[0]) && alias.Kind is not AliasKind.Group && !char.IsLower(alias.Text[0]))
            return false;
        // "US$3.4 billion" is money.
        if (end < tokens.Count && tokens[end].Kind == TokenKind.Currency && tokens[end].Start == tokens[end - 1].End)
            return false;
        foreach (var word in alias.NotBefore)
            if (FollowedBy(analysis, end, word))
                return false;
        foreach (var word in alias.NotAfter)
            if (FollowedBy(analysis, first - 1 - word.AsSpan().Count(' '), word))
                return false;
        if (alias.Kind == AliasKind.Prefix && !analysis.Is(end, "-", "–", "‑"))
            return false;
        // A name that several bear, or a common surname, is a person only where the text has introduced them.
        return !(alias.Shared || alias.OnlyAfterFullName) || discourse.WasIntroduced(actor);
    }

    private static bool FollowedBy(SentenceAnalysis analysis, int at, string phrase)
    {
        if (at < 0)
            return false;
        foreach (var word in phrase.AsSpan().Split(' '))
        {
            if (at >= analysis.Tokens.Count || !phrase.AsSpan()[word].SequenceEqual(analysis.Tokens[at].Text))
                return false;
            at++;
        }
        return true;
    }

    private static void FindItems(SentenceAnalysis analysis, ExtractionCatalogue catalogue)
    {
        var tokens = analysis.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if ((analysis.Uses[i] & WordUse.OfItems) == 0)
                continue;
            if (catalogue.AntiItems.TryLongest(tokens, i, out var anti, out _))
            {
                i += anti - 1;
                continue;
            }
            if (!catalogue.Items.TryLongest(tokens, i, out var length, out var item))
                continue;
            // "non-oil goods" are not oil, and not all goods either: an item that the catalogue does not know keeps a claim from being made.
            if (analysis.Is(i - 1, "-", "‑") && analysis.Is(i - 2, "non"))
                item = "non_" + item;
            // "non-oil-gas": neither of the two.
            else if (
                analysis.Is(i - 1, "-", "‑", "/")
                && analysis.Items is [.., { } before]
                && before.End == i - 1
                && before.Item.StartsWith("non_", StringComparison.Ordinal)
            )
                item = before.Item;
            analysis.Items.Add(new ItemSpan(i, i + length, item));
            i += length - 1;
        }
    }

    private static void FindMeasures(SentenceAnalysis analysis, ExtractionCatalogue catalogue)
    {
        var tokens = analysis.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if ((analysis.Uses[i] & WordUse.OfMeasures) == 0)
                continue;
            var covered = catalogue.AntiMeasures.TryLongest(tokens, i, out var anti, out _) ? anti : 0;
            if (catalogue.MeasureWords.TryLongest(tokens, i, out var length, out var word) && length > covered - 1 && !(covered > length))
            {
                var isVerb = catalogue.MeasureVerbs.TryLongest(tokens, i, out _, out var verb) && length == 1 && ReadsAsVerb(analysis, i);
                analysis.Measures.Add(
                    new MeasureSpan(i, i + length, isVerb ? verb.Measure : word.Measure, isVerb, isVerb && IsPassive(analysis, i))
                );
                i += length - 1;
            }
            else if (covered > 0)
            {
                i += covered - 1;
            }
            else if (catalogue.MeasureVerbs.TryLongest(tokens, i, out length, out var verb))
            {
                if (
                    !IsNounUse(analysis, i)
                    && !analysis.Is(i + length, "back", "out", "off", "into")
                    && !(verb.Measure is "exports" or "imports" && IsOfProperty(analysis, i + length))
                )
                    analysis.Measures.Add(new MeasureSpan(i, i + length, verb.Measure, true, IsPassive(analysis, i)));
                i += length - 1;
            }
        }
        if (analysis.Has(TradeInCompany))
            AddSales(analysis);
        AddGoodsVerbs(analysis);
        analysis.Measures.Sort((a, b) => a.First.CompareTo(b.First));
        // "trade grew to $67 billion for both import and export": the two directions are the trade once more.
        for (var i = 1; i < analysis.Measures.Count - 1; i++)
            if (
                analysis.Measures[i] is { IsVerb: false, Measure: "imports" or "exports" } one
                && analysis.Is(one.First - 1, "both")
                && analysis.Measures[i + 1] is { IsVerb: false, Measure: "imports" or "exports" } other
                && other.First == one.End + 1
                && analysis.Measures[i - 1].Measure == "trade"
            )
                analysis.Measures.RemoveRange(i, 2);
    }

    private static bool ReadsAsVerb(SentenceAnalysis analysis, int i)
    {
        var before = analysis.ActorEndingAt(i);
        if (
            before is { IsAdjective: false, Possessive: false }
            && !Lexicon.Prepositions.Contains(analysis.Word(before.First - 1))
            && !analysis.Is(before.First - 1, "worth", "-", "–", "‑")
            && !(
                analysis.Word(i + 1)
                is "to"
                    or "of"
                    or "from"
                    or "fell"
                    or "rose"
                    or "grew"
                    or "were"
                    or "are"
                    or "have"
                    or "had"
                    or "jumped"
                    or "reached"
            )
        )
            return true;
        return (
                analysis.Word(i - 1)
                is "to"
                    or "not"
                    or "n't"
                    or "has"
                    or "have"
                    or "had"
                    or "also"
                    or "it"
                    or "they"
                    or "which"
                    or "who"
                    or "that"
                    or "now"
                    or "can"
                    or "could"
                    or "will"
                    or "would"
                    or "still"
                    or "only"
            ) && !(analysis.Word(i + 1) is "of" or "to" or "were" or "was" or "are" or "have" or "fell" or "rose" or "grew" or "reached");
    }

    /// <summary>A word that can be a verb stands as a noun after an article, a possessive, an adjective of a state or a preposition.</summary>
    private static bool IsNounUse(SentenceAnalysis analysis, int i) =>
        analysis.Tokens[i].Lower
            is "supply"
                or "supplies"
                or "ship"
                or "ships"
                or "purchase"
                or "purchases"
                or "export"
                or "import"
                or "deliveries"
        && (
            (
                analysis.Word(i - 1)
                is "the"
                    or "a"
                    or "an"
                    or "its"
                    or "their"
                    or "his"
                    or "our"
                    or "of"
                    or "in"
                    or "for"
                    or "'s"
                    or "gas"
                    or "oil"
                    or "energy"
                    or "arms"
                    or "total"
            )
            || analysis.ActorEndingAt(i) is { IsAdjective: true }
            || analysis.Is(i + 1, "from", "of")
        );

    private static bool IsPassive(SentenceAnalysis analysis, int i)
    {
        var word = analysis.Word(i);
        if (!(word.EndsWith("ed", StringComparison.Ordinal) || word is "sold" or "bought"))
            return false;
        for (var k = i - 1; k >= Math.Max(0, i - 3); k--)
            if ((analysis.Word(k) is "is" or "are" or "was" or "were" or "be" or "been" or "being" or "get" or "got"))
                return true;
        // "goods sold to Russia": a participle after its noun.
        return analysis.Items.Exists(s => s.End == i) || analysis.Is(i - 1, "goods", "products", "commodities");
    }

    private static void FindChanges(SentenceAnalysis analysis)
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            if ((analysis.Uses[i] & WordUse.Change) == 0)
                continue;
            var word = analysis.Tokens[i].Lower;
            var isNoun = Lexicon.ChangeNouns.TryGetValue(word, out var noun);
            var isVerb = Lexicon.ChangeVerbs.TryGetValue(word, out var verb);
            if (!isNoun && !isVerb)
                continue;
            // "set up relations", "make up", "break up": no direction.
            if (
                word is "up" or "down"
                && (
                    analysis.Word(i - 1)
                        is "make"
                            or "made"
                            or "makes"
                            or "making"
                            or "set"
                            or "setting"
                            or "sets"
                            or "broke"
                            or "break"
                            or "breaking"
                    || analysis.Word(i - 1) is "give" or "gave" or "giving" or "end" or "ended" or "take" or "took" or "taking" or "turned"
                )
            )
                continue;
            // A contract is signed oftener than exports contract.
            if (word == "contract" && !(analysis.Word(i - 1) is "to" or "will" or "would" or "could" or "may" or "exports" or "imports"))
                continue;
            // Nouns first where the word is both ("rise", "fall", "increase"): an article, an adjective or a percentage before makes it one.
            var nounPlace = (
                analysis.Word(i - 1)
                is "a"
                    or "an"
                    or "the"
                    or "percent"
                    or "%"
                    or "cent"
                    or "this"
                    or "that"
                    or "its"
                    or "their"
                    or "sharp"
                    or "big"
                    or "steep"
                    or "slight"
                    or "fold"
                    or "annual"
                    or "year"
                    or "record"
                    or "further"
                    or "significant"
                    or "trade"
            );
            if (isNoun && (nounPlace || !isVerb))
                analysis.Changes.Add(new ChangeSpan(i, noun, true));
            else if (isVerb)
                analysis.Changes.Add(new ChangeSpan(i, verb, false));
        }
    }
}
