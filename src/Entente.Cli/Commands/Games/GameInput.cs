using System.Security.Cryptography;
using System.Text;
using Entente.Cli.Inputs;
using Entente.Models.Games;

namespace Entente.Cli.Commands.Games;

/// <summary>A file of the strategic models, as text and with the hash of its bytes.</summary>
internal sealed record GameInput(string Path, string Text, string Sha256)
{
    /// <exception cref="WrongUseException">It cannot be read, or is no text.</exception>
    public static GameInput Read(string path, CommandContext context)
    {
        var read = BoundedBytes.Read(new InputItem { Path = path, Named = true }, context.Surroundings.OpenInput);
        var bytes = read.Value ?? throw new WrongUseException(read.Problem!);
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return new(path, text, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (DecoderFallbackException e)
        {
            throw Wrong(path, FormattableString.Invariant($"bytes that are no text (from byte {e.Index})"), "text in UTF-8");
        }
    }

    /// <summary>Reads and solves, with what is wrong said where it is.</summary>
    /// <exception cref="WrongUseException">The text is not what it should be, or is not for this model.</exception>
    public T Use<T>(Func<string, T> work)
    {
        try
        {
            return work(Text);
        }
        catch (GameFileException e)
        {
            throw Wrong(FormattableString.Invariant($"{Path}:{e.Line}:{e.Column}"), e.Found, e.Expected);
        }
        catch (UnsolvableGameException e)
        {
            throw Wrong(Path, e.Found, e.Expected);
        }
    }

    public static WrongUseException Wrong(string where, string found, string expected) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
            }
        );
}
