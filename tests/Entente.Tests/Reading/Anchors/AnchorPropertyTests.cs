using System.Globalization;
using Entente.Reading.Anchors;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Reading.Anchors;

/// <summary>What must hold for every text and every edit: found where it moved to, and nowhere once a number in it is another.</summary>
public sealed class AnchorPropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1500);

    // Few templates and few numbers, so that sentences and figures repeat themselves, as they do in notes.
    private static readonly string[] Templates =
    [
        "Trade between the two grew by {0} percent in {1}, the ministry said.",
        "Exports to the neighbour stood at ${0} billion in {1}.",
        "Nothing of the kind has been signed since, whatever was said at the summit.",
        "In {1} it bought {0} million tonnes of coal, a third more than before.",
        "“We shall not forget,” the minister added, and the talks went on.",
    ];

    private static readonly string[] Inserts =
    [
        "",
        " And there was more to it than that. ",
        " However, ",
        "\n\nA new paragraph stands here, with 36 percent of nothing in it.\n\n",
        " (as was reported at the time) ",
        " Exports ",
    ];

    [Fact]
    public void After_an_edit_elsewhere_a_stretch_is_found_at_its_shifted_place_and_never_at_another() =>
        Check.One(
            Many,
            Prop.ForAll(
                Cases.ToArbitrary(),
                c =>
                {
                    var anchor = TextAnchor.Distinct(c.Text, c.Start, c.End);
                    var (edited, shift) = c.Edit();
                    var outcome = AnchorFinder.Find(edited, anchor);
                    var right = outcome.Place == (c.Start + shift, c.End + shift);
                    var alone = Occurrences(c.Text, anchor.Exact) == 1 && Occurrences(edited, anchor.Exact) == 1;
                    return (right || (outcome.Place is null && !alone)).Label($"{c}\n{outcome}\nexpected at {c.Start + shift}\n{edited}");
                }
            )
        );

    [Fact]
    public void A_number_that_changed_orphans_the_stretch_whatever_else_was_edited() =>
        Check.One(
            Many,
            Prop.ForAll(
                Cases.ToArbitrary(),
                c =>
                {
                    var anchor = TextAnchor.Distinct(c.Text, c.Start, c.End);
                    var digits = Enumerable.Range(c.Start, c.End - c.Start).Where(i => char.IsDigit(c.Text[i])).ToArray();
                    if (digits.Length == 0)
                        return true.ToProperty();
                    var at = digits[c.Seed % digits.Length];
                    var other = (char)('0' + (((c.Text[at] - '0') + 1 + (c.Seed % 9)) % 10));
                    var changed = c with { Text = c.Text[..at] + other + c.Text[(at + 1)..] };
                    var (edited, _) = changed.Edit();
                    var outcome = AnchorFinder.Find(edited, anchor);
                    return (outcome.Place is null).Label($"{anchor}\n{outcome}\n{edited}");
                }
            )
        );

    [Fact]
    public void Nothing_that_is_looked_for_in_anything_throws() =>
        Check.One(
            Many,
            Prop.ForAll(
                ArbMap.Default.GeneratorFor<NonNull<string>>().ToArbitrary(),
                ArbMap.Default.GeneratorFor<NonNull<string>>().ToArbitrary(),
                (text, words) =>
                {
                    var anchor = new TextAnchor
                    {
                        Exact = words.Get,
                        Prefix = text.Get,
                        Suffix = words.Get,
                        Start = text.Get.Length,
                    };
                    var outcome = AnchorFinder.Find(text.Get + words.Get, anchor);
                    return outcome.Place is null != outcome.Orphan is null;
                }
            )
        );

    private static int Occurrences(string text, string words)
    {
        var n = 0;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            n++;
        return n;
    }

    private static Gen<Case> Cases { get; } =
        from seeds in Gen.Choose(0, 999).ListOf(14)
        from chosen in Gen.Choose(2, 10)
        from place in Gen.Choose(0, 9999)
        from deleted in Gen.Choose(0, 4)
        from insert in Gen.Elements(Inserts)
        from seed in Gen.Choose(0, 9999)
        select Make([.. seeds], chosen, place, deleted, insert, seed);

    private static Case Make(int[] seeds, int chosen, int place, int deleted, string insert, int seed)
    {
        var sentences = seeds.Select(s =>
            string.Format(CultureInfo.InvariantCulture, Templates[s % Templates.Length], 30 + (s / 7 % 4), 2020 + (s / 31 % 3))
        );
        var text = "";
        var (start, end) = (0, 0);
        var n = 0;
        foreach (var sentence in sentences)
        {
            if (n++ == chosen)
            {
                start = text.Length + (seed % 2 == 0 ? 0 : sentence.IndexOf(' ', StringComparison.Ordinal) + 1);
                end = text.Length + sentence.Length - 1;
            }
            text += sentence + (n % 4 == 0 ? "\n\n" : " ");
        }
        return new(text, start, end, place, deleted, insert, seed);
    }

    private sealed record Case(string Text, int Start, int End, int Where, int Deleted, string Insert, int Seed)
    {
        /// <summary>Deletes some words outside the stretch and puts others in their place; the shift is that of the stretch.</summary>
        public (string Text, int Shift) Edit()
        {
            var blanks = Enumerable.Range(0, Text.Length).Where(i => Text[i] == ' ' && (i < Start - 1 || i > End)).ToList();
            var first = blanks[Where % blanks.Count];
            var limit = first < Start ? Start - 1 : Text.Length;
            var last = blanks.Where(b => b >= first && b < limit).Skip(Deleted).FirstOrDefault(first);
            var edited = Text[..first] + Insert + Text[last..];
            return (edited, first < Start ? edited.Length - Text.Length : 0);
        }
    }
}
