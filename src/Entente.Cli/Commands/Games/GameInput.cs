using System.Text;
using Entente.Models.Games;

namespace Entente.Cli.Commands.Games;

/// <summary>A file of the strategic models on its way to them.</summary>
internal static class GameInput
{
    /// <summary>Hands the text of a file on, and says what is wrong with it where it is.</summary>
    /// <exception cref="WrongUseException">The bytes are no text, or the text is not what it should be or not for this model.</exception>
    public static T Use<T>(string path, byte[] bytes, Func<string, T> work)
    {
        try
        {
            return work(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        }
        catch (DecoderFallbackException e)
        {
            throw GameCommand.Wrong(path, FormattableString.Invariant($"bytes that are no text (from byte {e.Index})"), "text in UTF-8");
        }
        catch (GameFileException e)
        {
            throw GameCommand.Wrong(FormattableString.Invariant($"{path}:{e.Line}:{e.Column}"), e.Found, e.Expected);
        }
        catch (UnsolvableGameException e)
        {
            throw GameCommand.Wrong(path, e.Found, e.Expected);
        }
    }
}
