using System.Collections.Concurrent;
using Entente.Checking.Reasoning;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Arguments;

/// <summary>
/// Arguments' files of some folders, by the document that they were made in. Files are looked through when the first text is checked; an argument is worked
/// out and run only for a text that it is in, once.
/// </summary>
public sealed class ArgumentBook : IArgumentBook
{
    private const int Draws = 1_000;
    private const ulong Seed = 1;
    private const int LargestFile = 1 << 20;
    private const int Sha256Digits = 64;

    private readonly Lazy<IReadOnlyList<(string File, string Text)>> files;
    private readonly Func<ArgumentTools> tools;
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, (ArgumentReading? Reading, string? Problem)> run = new(StringComparer.Ordinal);

    /// <param name="folders">Those that are not there are left out.</param>
    /// <param name="tools">What files are read with; asked for when the first is.</param>
    public ArgumentBook(IReadOnlyList<string> folders, Func<ArgumentTools> tools)
    {
        this.tools = tools;
        files = new(() => [.. folders.SelectMany(Found)], LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public (IReadOnlyList<ArgumentReading> Readings, IReadOnlyList<string> Problems) Of(string sha256, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        var (readings, problems) = (new List<ArgumentReading>(), new List<string>());
        // A part of one stands in files that are about other texts, and no letter at all in every one: each would be run for nothing.
        if (sha256.Length != Sha256Digits)
            return (readings, problems);
        foreach (var (file, text) in files.Value)
        {
            if (!text.Contains(sha256, StringComparison.OrdinalIgnoreCase))
                continue;
            var (reading, problem) = Run(file, cancellation);
            if (problem is not null)
                problems.Add(problem);
            else if (reading!.Argument.Source is { Position: not null, Sha256: { } own } && own == sha256)
                readings.Add(reading);
        }
        return (readings, problems);
    }

    public (ArgumentReading? Reading, string? Problem) Named(string name, CancellationToken cancellation)
    {
        var found = files.Value.FirstOrDefault(f => Path.GetFileNameWithoutExtension(f.File) == name || Path.GetFileName(f.File) == name);
        return found.File is null
            ? (
                null,
                $"found the argument '{name}', which no file is named after, expected one of those in samples/arguments or in the folder 'arguments' of your own"
            )
            : Run(found.File, cancellation);
    }

    private (ArgumentReading? Reading, string? Problem) Run(string file, CancellationToken cancellation)
    {
        if (run.TryGetValue(file, out var known))
            return known;
        // One at a time: each run uses all processors, and texts that share an argument wait for it.
        lock (gate)
        {
            if (run.TryGetValue(file, out known))
                return known;
            try
            {
                var argument = ArgumentFile.Read(file, tools());
                known = (new(argument, ArgumentRun.Brief(argument, Draws, Seed, Environment.ProcessorCount, cancellation)), null);
            }
            catch (DataFileException e)
            {
                known = (null, e.Message);
            }
            run.TryAdd(file, known);
            return known;
        }
    }

    private static IEnumerable<(string, string)> Found(string folder)
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (var file in Directory.EnumerateFiles(folder, "*.yml").Order(StringComparer.Ordinal))
            if (Text(file) is { } text && ArgumentFile.Is(text))
                yield return (file, text);
    }

    private static string? Text(string file)
    {
        try
        {
            return new FileInfo(file).Length <= LargestFile ? File.ReadAllText(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
