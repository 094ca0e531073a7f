namespace Entente.Tests;

/// <summary>Where the tests find the clone they run in.</summary>
internal static class Clone
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of public datasets and texts beside the clone; tests that need it skip where it is absent.</summary>
    public static string Shared(params string[] parts) => Path.Combine([Root, "..", "shared", .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Entente.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"no Entente.slnx above {AppContext.BaseDirectory}");
    }
}
