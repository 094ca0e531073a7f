using Entente.Application.Composition;
using Entente.Checking;
using Entente.Claims;
using Entente.Cli;
using Entente.Quantities;
using Entente.Reading;

namespace Entente.Tests;

/// <summary>The program as it ships, put together once for all tests: reader, extractor, checker on the shipped catalogue and record.</summary>
internal static class Installation
{
    /// <summary>The day up to which tests consult the record; verdicts of the tests must not move with the calendar.</summary>
    public static readonly LocalDate Today = new(2026, 11, 1);

    private static readonly Lazy<Engine> Lazy = new(() =>
        Composer.Compose(
            new Surroundings
            {
                OpenInput = () => Stream.Null,
                OpenOutput = () => Stream.Null,
                Error = TextWriter.Null,
                Environment = _ => null,
                Today = new Fixed(),
                ProgramFolder = Clone.Root,
            }
        )
    );

    public static Engine Engine => Lazy.Value;

    public static Document Read(string text, Period? published = null, string path = "text.txt") =>
        Engine.Read(System.Text.Encoding.UTF8.GetBytes(text), path, published).Value
        ?? throw new InvalidOperationException("the text could not be read");

    public static (Document Document, ExtractionResult Extraction) Extract(string text, Period? published = null)
    {
        var document = Read(text, published);
        return (document, Engine.Extract(document, default));
    }

    public static CheckReport Check(Document document) => Engine.Check(document, Engine.Extract(document, default), Today, default);

    private sealed class Fixed : IToday
    {
        public LocalDate Today => Installation.Today;
    }
}
