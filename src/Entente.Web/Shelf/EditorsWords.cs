using System.Runtime.CompilerServices;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Checking;
using Entente.Checking.Overrides;
using Entente.Web.Hosting;

namespace Entente.Web.Shelf;

/// <summary>The editors' own verdicts, read again when their file changes, and laid over a report once for each state of the file.</summary>
internal sealed class EditorsWords(Workbench workbench)
{
    private readonly Lock gate = new();
    private readonly ConditionalWeakTable<CheckReport, Applied> applied = [];
    private (string? Path, long Length, long Ticks) read = (null, -1, -1);
    private OverrideBook book = OverrideBook.Empty;

    /// <summary>Changes with the file.</summary>
    public string Stamp
    {
        get
        {
            var (path, length, ticks) = Now();
            return FormattableString.Invariant($"{path} {length} {ticks}");
        }
    }

    public CheckReport Apply(CheckReport report)
    {
        var words = Book();
        if (words.Words.Count == 0)
            return report;
        if (applied.TryGetValue(report, out var known) && known.Book == words)
            return known.Report;
        var result = words.Apply(report);
        applied.AddOrUpdate(report, new(words, result));
        return result;
    }

    /// <summary>Changes the file under a lock, so that two requests do not lose each other's word.</summary>
    public T Change<T>(Func<OverrideStore, T> change)
    {
        lock (gate)
        {
            var result = change(OverrideStore.Open(null, workbench.Surroundings));
            read = (null, -1, -1);
            return result;
        }
    }

    private OverrideBook Book()
    {
        lock (gate)
        {
            var now = Now();
            if (now == read)
                return book;
            using var messages = new Messages(workbench.Surroundings.Error, false);
            book = OverrideStore.ForReading(null, workbench.Surroundings, messages);
            read = now;
            return book;
        }
    }

    private (string?, long, long) Now()
    {
        if (OverrideStore.PathOf(null, workbench.Surroundings) is not { } path)
            return (null, 0, 0);
        var file = new FileInfo(path);
        return file.Exists ? (path, file.Length, file.LastWriteTimeUtc.Ticks) : (path, 0, 0);
    }

    private sealed record Applied(OverrideBook Book, CheckReport Report);
}
