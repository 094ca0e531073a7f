using Entente.Actors.Identity;

namespace Entente.Tests.Actors;

/// <summary>Letters without accents, in a program without the data of cultures.</summary>
public sealed class PlainLettersTests
{
    [Theory]
    [InlineData("Türkiye", "turkiye")]
    [InlineData("Tu\u0308rkiye", "turkiye")]
    [InlineData("CÔTE D'IVOIRE", "cote d'ivoire")]
    [InlineData("São Tomé", "sao tome")]
    [InlineData("ÅLAND Øst", "aland ost")]
    [InlineData("Çırağan Łódź Đà Nẵng", "ciragan lodz da nang")]
    [InlineData("Việt Nam", "viet nam")]
    [InlineData("Republic of Korea 2", "republic of korea 2")]
    [InlineData("Россия 中国", "россия 中国")]
    public void An_accent_is_dropped_and_the_letter_stays(string written, string plain) =>
        string.Concat(written.Select(PlainLetters.Of)).ShouldBe(plain);
}
