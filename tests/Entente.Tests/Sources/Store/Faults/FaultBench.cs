using System.Diagnostics;
using System.Globalization;
using System.Text;
using Entente.Actors.Identity;
using Entente.Sources.Store;
using Entente.Sources.Store.Sqlite;

namespace Entente.Tests.Sources.Store.Faults;

/// <summary>
/// The program as a process of its own, with a home of its own, for what can only be done to a process: killing it, taking its disk or its
/// rights away. A few rounds in every run of the tests; `ENTENTE_FAULT_ROUNDS=50` makes it the long one.
/// </summary>
internal sealed class FaultBench : IDisposable
{
    public const int RowsOfSmall = 100;
    public const int RowsOfLarge = 150_000;

    public static int Rounds =>
        int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_FAULT_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : 4;

    public FaultBench() => Home = Path.Combine(Folder, "home");

    public string Folder { get; } = Directory.CreateTempSubdirectory("entente-fault-").FullName;

    public string Home { get; set; }

    public string StorePath => Path.Combine(Home, "record.db");

    /// <summary>The user that the program runs as; null for the one of the tests.</summary>
    public int? User { get; set; }

    /// <summary>Writes made-up rows in the layout of Correlates of War's dyadic trade: one for each pair of states and year.</summary>
    public string Trade(string name, int rows)
    {
        var text = new StringBuilder("ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,version\n");
        int[] states = [.. ImportBench.States.All.Select(CowOf).OfType<int>().Order()];
        var n = 0;
        for (var year = 1990; n < rows; year--)
        for (var a = 0; a < states.Length && n < rows; a++)
        for (var b = a + 1; b < states.Length && n < rows; b++, n++)
            text.Append(CultureInfo.InvariantCulture, $"{states[a]},{states[b]},{year},A,B,{n},{n + 1},{n}.5,{n}.25,4\n");
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text.ToString());
        return path;
    }

    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo(User is null ? "dotnet" : "setpriv")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        string[] before = User is { } user ? [$"--reuid={user}", $"--regid={user}", "--clear-groups", "dotnet"] : [];
        foreach (var arg in (string[])[.. before, Path.Combine(AppContext.BaseDirectory, "Entente.Cli.dll"), .. args])
            start.ArgumentList.Add(arg);
        start.Environment["ENTENTE_HOME"] = Home;
        start.Environment["ENTENTE_DATA"] = Clone.Root;
        start.Environment["HOME"] = Folder;
        start.Environment.Remove("ENTENTE_STORE");
        return Process.Start(start)!;
    }

    public (int Status, string Output, string Error) Run(params string[] args)
    {
        using var process = Start(args);
        return End(process);
    }

    public static (int Status, string Output, string Error) End(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult(), error);
    }

    public void Succeeds(params string[] args)
    {
        var (status, _, error) = Run(args);
        error.ShouldBeEmpty();
        status.ShouldBe(0);
    }

    /// <summary>A run that could not do what was asked says where, what was found and what to do, in words and not in a trace.</summary>
    public static void ShouldExplain((int Status, string Output, string Error) run, string because)
    {
        run.Status.ShouldBe(2, $"{because}: {run.Error}");
        run.Error.ShouldContain("found", Case.Sensitive, because);
        run.Error.ShouldContain("expected", Case.Sensitive, because);
        run.Error.ShouldNotContain("   at ", Case.Sensitive, because);
        run.Error.ShouldNotContain("defect of", Case.Sensitive, because);
    }

    /// <summary>The store is sound; the rows that had been committed are there, and of another import all or nothing.</summary>
    /// <returns>True where the other import stands.</returns>
    public bool ShouldBeSound(string because)
    {
        using var store = SqliteStore.Open(StorePath);
        new StoreCheck(store).Run(CancellationToken.None).ShouldBeEmpty(because);
        var imports = store.Imports().Where(i => i.Dataset == "cow-trade").ToArray();
        imports[0].Rows.ShouldBe(RowsOfSmall, because);
        var other = imports.Skip(1).Sum(i => i.Rows);
        other.ShouldBeOneOf([0, RowsOfLarge], because);
        return other > 0;
    }

    /// <summary>Takes every import out again that came after the first of trade.</summary>
    public void UndoLarge()
    {
        using var store = SqliteStore.Open(StorePath);
        foreach (var import in store.Imports().Where(i => i.Dataset == "cow-trade").Skip(1))
            store.Undo(import.Id, CancellationToken.None).ShouldBeTrue();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // States that existed in all the years of the rows.
    private static int? CowOf(StateIdentity party) =>
        new[] { 1975, 1990 }.All(y => ImportBench.States.Write(party, CodeSystem.Cow, y) is not null)
            ? int.Parse(ImportBench.States.Write(party, CodeSystem.Cow, 1980)!, CultureInfo.InvariantCulture)
            : null;
}
