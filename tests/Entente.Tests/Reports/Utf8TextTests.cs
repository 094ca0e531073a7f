using System.Text;
using Entente.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Reports;

public sealed class Utf8TextTests
{
    [Fact]
    public void What_is_written_in_any_pieces_is_what_an_encoder_makes_of_it() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                Gen.ListOf(Gen.Elements("a", "é", "中", "\ud83d\ude00", "\ud83d", "\ude00", new string('x', 30_000), "\n")).ToArbitrary(),
                parts =>
                {
                    using var text = new Utf8Text();
                    foreach (var part in parts)
                        if (part.Length == 1)
                            text.Write(part[0]);
                        else
                            text.Write(part);
                    var expected = Encoding.UTF8.GetBytes(string.Concat(parts));
                    using var bytes = new MemoryStream();
                    var length = text.Length;
                    text.CopyTo(bytes);
                    return bytes.ToArray().AsSpan().SequenceEqual(expected)
                        && length == expected.Length
                        && text.ToString() == Encoding.UTF8.GetString(expected);
                }
            )
        );

    [Fact]
    public void Bytes_and_characters_mix()
    {
        using var text = new Utf8Text();
        text.Write("Trade with ");
        text.WriteUtf8(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Türkiye ", 20_000))));
        text.WriteLine("grew");
        text.ToString().ShouldBe("Trade with " + string.Concat(Enumerable.Repeat("Türkiye ", 20_000)) + "grew\n");
    }
}
