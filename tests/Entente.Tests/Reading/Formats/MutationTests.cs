using System.Text;
using Entente.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Reading.Formats;

/// <summary>Fixtures of every format, cut, joined and turned over: whatever comes of it is a document that maps back, or an error with a place.</summary>
public sealed class MutationTests
{
    private static readonly string[] Sources = [.. FixtureTests.Names.Select(n => File.ReadAllText(Path.Combine(FixtureTests.Folder, n)))];

    [Fact]
    public void Mutated_fixtures_are_read_or_refused()
    {
        var cut =
            from start in Gen.Choose(0, 4_000)
            from length in Gen.Choose(0, 200)
            from to in Gen.Choose(0, 4_000)
            select (start, length, to);
        var mutation =
            from source in Gen.Choose(0, Sources.Length - 1)
            from other in Gen.Choose(0, Sources.Length - 1)
            from cuts in Gen.ListOf(cut, 8)
            from moves in Gen.Choose(0, 2)
            select (source, other, cuts, moves);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_500),
            Prop.ForAll(
                mutation.ToArbitrary(),
                m =>
                {
                    var text = new StringBuilder(Sources[m.source]);
                    foreach (var (start, length, to) in m.cuts)
                    {
                        // Moved within the text, dropped, or brought from another format.
                        var from = m.moves == 2 ? Sources[m.other] : text.ToString();
                        var at = Math.Min(start, from.Length);
                        var piece = from.Substring(at, Math.Min(length, from.Length - at));
                        if (m.moves != 2)
                            text.Remove(at, piece.Length);
                        if (m.moves != 0)
                            text.Insert(Math.Min(to, text.Length), piece);
                    }
                    foreach (var outcome in DocumentReader.ReadAll(Encoding.UTF8.GetBytes(text.ToString()), FixtureTests.Names[m.source]))
                    {
                        if (outcome.Document is { } document)
                            Texts.MapsBack(document);
                    }
                    return true;
                }
            )
        );
    }
}
