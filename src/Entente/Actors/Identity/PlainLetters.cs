using System.Globalization;

namespace Entente.Actors.Identity;

/// <summary>
/// Letters as they are compared where nobody is expected to type them right: small, without accents. Of the Latin script with its additions; what is
/// of another is only made small.
/// </summary>
/// <remarks>
/// A table, because string.Normalize leaves every letter as it is where the program is built without the data of cultures, and it is.
/// </remarks>
public static class PlainLetters
{
    private const char FirstOfLatin = 'à';
    private const char FirstOfAdditional = '\u1E00';

    // What each small letter is without its accent; a blank where it has none to lose.
    private const string Latin =
        "aaaaaa ceeeeiiiidnooooo ouuuuy y a a a c c c c d d e e e e e g g g g h h i i i i i   j k  l l l "
        + "l l n n nn n o o o   r r r s s s s t t t u u u u u u w y  z z z                   f             "
        + " o              u                             a i o u u u u u  a a     g k o o  j    g   n a    "
        + " a a e e i i o o r r u u s t   h       a e o o o o y                            ";

    private const string Additional =
        " a b b b c d d d d d e e e e e f g h h h h h i i k k k l l l l m m m n n n n o o o o p p r r r r"
        + " s s s s s t t t t u u u u u v v w w w w w x x y z z zhtwy       a a a a a a a a a a a a e e e e"
        + " e e e e i i o o o o o o o o o o o o u u u u u u u y y y y      ";

    /// <summary>A letter, small and without its accent; null for a mark that is nothing but an accent to the letter before it.</summary>
    public static char? Of(char letter)
    {
        if (letter < 128)
            return char.ToLowerInvariant(letter);
        if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            return null;
        var small = char.ToLowerInvariant(letter);
        var plain =
            small - FirstOfLatin is >= 0 and var one && one < Latin.Length ? Latin[one]
            : small - FirstOfAdditional is >= 0 and var other && other < Additional.Length ? Additional[other]
            : ' ';
        return plain == ' ' ? small : plain;
    }
}
